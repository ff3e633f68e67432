package rules

// objection is our own wording in one language: what is objected to, the ground
// in three laws, what is asked for, and what to fill in.
type objection struct {
	lang               string
	object             string
	gdpr, ukGDPR, fadp string
	ask                string
	sign               string
}

// objections begin with English, the language for everybody else. The particular
// situation that Art. 21 asks for is given in general words that fit anybody
// with a profile; a person can add their own.
var objections = []objection{
	{
		lang:   "en",
		object: "I object to the processing of my personal data for training and improving artificial intelligence models, those that create content and all others. This covers everything in my account and what other members wrote about me.",
		gdpr:   "I rely on Article 21 of the General Data Protection Regulation (GDPR). My particular situation: my profile shows my working life under my own name, and what a model has learned from it cannot be taken back.",
		ukGDPR: "I rely on Article 21 of the UK GDPR. My particular situation: my profile shows my working life under my own name, and what a model has learned from it cannot be taken back.",
		fadp:   "I rely on Article 30(2)(b) of the Swiss Federal Act on Data Protection (FADP): this processing is against my express wish.",
		ask:    "Please stop this processing, keep my data out of all future training and confirm this to me in writing.",
		sign:   "[your name]\n[address of your LinkedIn profile]",
	},
	{
		lang:   "de",
		object: "Ich widerspreche der Verarbeitung meiner personenbezogenen Daten zum Trainieren und Verbessern von Modellen künstlicher Intelligenz, sowohl solcher, die Inhalte erstellen, als auch aller anderen. Das umfasst alles in meinem Konto und alles, was andere Mitglieder über mich geschrieben haben.",
		gdpr:   "Ich stütze mich auf Artikel 21 der Datenschutz-Grundverordnung (DSGVO). Meine besondere Situation: Mein Profil zeigt mein Berufsleben unter meinem eigenen Namen, und was ein Modell daraus gelernt hat, lässt sich nicht zurücknehmen.",
		ukGDPR: "Ich stütze mich auf Artikel 21 der UK GDPR. Meine besondere Situation: Mein Profil zeigt mein Berufsleben unter meinem eigenen Namen, und was ein Modell daraus gelernt hat, lässt sich nicht zurücknehmen.",
		fadp:   "Ich stütze mich auf Artikel 30 Absatz 2 Buchstabe b des Schweizer Datenschutzgesetzes (DSG): Diese Bearbeitung widerspricht meiner ausdrücklichen Willenserklärung.",
		ask:    "Bitte beenden Sie diese Verarbeitung, halten Sie meine Daten aus jedem künftigen Training heraus und bestätigen Sie mir das schriftlich.",
		sign:   "[Ihr Name]\n[Adresse Ihres LinkedIn-Profils]",
	},
	{
		lang:   "fr",
		object: "Je m’oppose au traitement de mes données personnelles pour l’entraînement et l’amélioration de modèles d’intelligence artificielle, ceux qui créent du contenu comme tous les autres. Cela couvre tout ce que contient mon compte et ce que d’autres membres ont écrit à mon sujet.",
		gdpr:   "Je m’appuie sur l’article 21 du Règlement général sur la protection des données (RGPD). Ma situation particulière : mon profil montre ma vie professionnelle sous mon propre nom, et ce qu’un modèle en a appris ne peut plus être effacé.",
		ukGDPR: "Je m’appuie sur l’article 21 du RGPD britannique (UK GDPR). Ma situation particulière : mon profil montre ma vie professionnelle sous mon propre nom, et ce qu’un modèle en a appris ne peut plus être effacé.",
		fadp:   "Je m’appuie sur l’article 30, alinéa 2, lettre b, de la loi fédérale suisse sur la protection des données (LPD) : ce traitement est contraire à ma volonté expresse.",
		ask:    "Je vous prie de cesser ce traitement, d’écarter mes données de tout entraînement futur et de me le confirmer par écrit.",
		sign:   "[votre nom]\n[adresse de votre profil LinkedIn]",
	},
	{
		lang:   "nl",
		object: "Ik maak bezwaar tegen de verwerking van mijn persoonsgegevens voor het trainen en verbeteren van modellen voor kunstmatige intelligentie, zowel modellen die content maken als alle andere. Dit geldt voor alles in mijn account en voor wat andere leden over mij hebben geschreven.",
		gdpr:   "Ik beroep mij op artikel 21 van de Algemene verordening gegevensbescherming (AVG). Mijn specifieke situatie: mijn profiel toont mijn werkende leven onder mijn eigen naam, en wat een model daarvan heeft geleerd, is niet meer terug te draaien.",
		ukGDPR: "Ik beroep mij op artikel 21 van de UK GDPR. Mijn specifieke situatie: mijn profiel toont mijn werkende leven onder mijn eigen naam, en wat een model daarvan heeft geleerd, is niet meer terug te draaien.",
		fadp:   "Ik beroep mij op artikel 30, lid 2, letter b van de Zwitserse federale wet op de gegevensbescherming (FADP): deze verwerking gaat in tegen mijn uitdrukkelijke wil.",
		ask:    "Ik verzoek u deze verwerking te stoppen, mijn gegevens buiten elke toekomstige training te houden en mij dit schriftelijk te bevestigen.",
		sign:   "[je naam]\n[adres van je LinkedIn-profiel]",
	},
	{
		lang:   "es",
		object: "Me opongo al tratamiento de mis datos personales para entrenar y mejorar modelos de inteligencia artificial, tanto los que crean contenido como todos los demás. Esto incluye todo lo que contiene mi cuenta y lo que otros miembros han escrito sobre mí.",
		gdpr:   "Me baso en el artículo 21 del Reglamento General de Protección de Datos (RGPD). Mi situación particular: mi perfil muestra mi vida profesional con mi propio nombre, y lo que un modelo ha aprendido de ella no se puede deshacer.",
		ukGDPR: "Me baso en el artículo 21 del RGPD del Reino Unido (UK GDPR). Mi situación particular: mi perfil muestra mi vida profesional con mi propio nombre, y lo que un modelo ha aprendido de ella no se puede deshacer.",
		fadp:   "Me baso en el artículo 30, apartado 2, letra b, de la Ley federal suiza de protección de datos (FADP): este tratamiento es contrario a mi voluntad expresa.",
		ask:    "Les pido que pongan fin a este tratamiento, que excluyan mis datos de todo entrenamiento futuro y que me lo confirmen por escrito.",
		sign:   "[nombre y apellidos]\n[dirección del perfil de LinkedIn]",
	},
	{
		lang:   "it",
		object: "Mi oppongo al trattamento dei miei dati personali per addestrare e migliorare modelli di intelligenza artificiale, sia quelli che creano contenuti sia tutti gli altri. Questo riguarda tutto ciò che è contenuto nel mio account e ciò che altri membri hanno scritto su di me.",
		gdpr:   "Mi baso sull’articolo 21 del Regolamento generale sulla protezione dei dati (GDPR). La mia situazione particolare: il mio profilo mostra la mia vita lavorativa con il mio nome, e ciò che un modello ne ha appreso non può più essere annullato.",
		ukGDPR: "Mi baso sull’articolo 21 dello UK GDPR. La mia situazione particolare: il mio profilo mostra la mia vita lavorativa con il mio nome, e ciò che un modello ne ha appreso non può più essere annullato.",
		fadp:   "Mi baso sull’articolo 30 capoverso 2 lettera b della legge federale svizzera sulla protezione dei dati (LPD): questo trattamento è contrario alla mia espressa volontà.",
		ask:    "Vi chiedo di cessare questo trattamento, di escludere i miei dati da ogni addestramento futuro e di confermarmelo per iscritto.",
		sign:   "[nome e cognome]\n[indirizzo del profilo LinkedIn]",
	},
	{
		lang:   "pt-BR",
		object: "Oponho-me ao tratamento dos meus dados pessoais para treinar e aprimorar modelos de inteligência artificial, tanto os que criam conteúdo quanto todos os outros. Isso abrange tudo o que está na minha conta e o que outros usuários escreveram sobre mim.",
		gdpr:   "Baseio-me no artigo 21 do Regulamento Geral sobre a Proteção de Dados (RGPD) da União Europeia. Minha situação particular: meu perfil mostra minha vida profissional com meu próprio nome, e o que um modelo aprendeu com ela não pode ser desfeito.",
		ukGDPR: "Baseio-me no artigo 21 do UK GDPR. Minha situação particular: meu perfil mostra minha vida profissional com meu próprio nome, e o que um modelo aprendeu com ela não pode ser desfeito.",
		fadp:   "Baseio-me no artigo 30, parágrafo 2, alínea b, da Lei Federal Suíça de Proteção de Dados (FADP): esse tratamento é contrário à minha vontade expressa.",
		ask:    "Peço que encerrem esse tratamento, mantenham meus dados fora de todo treinamento futuro e me confirmem isso por escrito.",
		sign:   "[seu nome]\n[endereço do seu perfil no LinkedIn]",
	},
	{
		lang:   "pl",
		object: "Sprzeciwiam się przetwarzaniu moich danych osobowych w celu trenowania i ulepszania modeli sztucznej inteligencji, zarówno tworzących treści, jak i wszystkich innych. Dotyczy to wszystkiego, co znajduje się na moim koncie, oraz tego, co napisali o mnie inni użytkownicy.",
		gdpr:   "Powołuję się na art. 21 ogólnego rozporządzenia o ochronie danych (RODO). Moja szczególna sytuacja: mój profil pokazuje moje życie zawodowe pod moim imieniem i nazwiskiem, a tego, czego model się z niego nauczył, nie da się cofnąć.",
		ukGDPR: "Powołuję się na art. 21 brytyjskiego RODO (UK GDPR). Moja szczególna sytuacja: mój profil pokazuje moje życie zawodowe pod moim imieniem i nazwiskiem, a tego, czego model się z niego nauczył, nie da się cofnąć.",
		fadp:   "Powołuję się na art. 30 ust. 2 lit. b szwajcarskiej federalnej ustawy o ochronie danych (FADP): takie przetwarzanie jest sprzeczne z moją wyraźną wolą.",
		ask:    "Proszę o zaprzestanie tego przetwarzania, o wyłączenie moich danych z wszelkiego przyszłego trenowania i o potwierdzenie tego na piśmie.",
		sign:   "[imię i nazwisko]\n[adres profilu na LinkedIn]",
	},
	{
		lang:   "cs",
		object: "Vznáším námitku proti zpracování svých osobních údajů za účelem trénování a zdokonalování modelů umělé inteligence, a to těch, které vytvářejí obsah, i všech ostatních. Týká se to všeho v mém účtu i toho, co o mně napsali jiní členové.",
		gdpr:   "Odvolávám se na článek 21 obecného nařízení o ochraně osobních údajů (GDPR). Moje konkrétní situace: můj profil ukazuje můj pracovní život pod mým jménem a to, co se z něj model naučil, nelze vzít zpět.",
		ukGDPR: "Odvolávám se na článek 21 UK GDPR. Moje konkrétní situace: můj profil ukazuje můj pracovní život pod mým jménem a to, co se z něj model naučil, nelze vzít zpět.",
		fadp:   "Odvolávám se na čl. 30 odst. 2 písm. b švýcarského spolkového zákona o ochraně údajů (FADP): toto zpracování je v rozporu s mou výslovnou vůlí.",
		ask:    "Žádám, abyste toto zpracování ukončili, moje údaje vyloučili z veškerého budoucího trénování a písemně mi to potvrdili.",
		sign:   "[vaše jméno]\n[adresa vašeho profilu na LinkedInu]",
	},
	{
		lang:   "sv",
		object: "Jag invänder mot att mina personuppgifter behandlas för att träna och förbättra AI-modeller, både sådana som skapar innehåll och alla andra. Det gäller allt i mitt konto och det som andra medlemmar har skrivit om mig.",
		gdpr:   "Jag stöder mig på artikel 21 i dataskyddsförordningen (GDPR). Min specifika situation: min profil visar mitt yrkesliv under mitt eget namn, och det som en modell har lärt sig av det kan inte tas tillbaka.",
		ukGDPR: "Jag stöder mig på artikel 21 i UK GDPR. Min specifika situation: min profil visar mitt yrkesliv under mitt eget namn, och det som en modell har lärt sig av det kan inte tas tillbaka.",
		fadp:   "Jag stöder mig på artikel 30.2 b i den schweiziska federala dataskyddslagen (FADP): behandlingen strider mot min uttryckliga vilja.",
		ask:    "Jag ber er att upphöra med behandlingen, hålla mina uppgifter utanför all framtida träning och bekräfta detta skriftligen.",
		sign:   "[ditt namn]\n[adressen till din LinkedIn-profil]",
	},
	{
		lang:   "fi",
		object: "Vastustan henkilötietojeni käsittelyä tekoälymallien kouluttamiseen ja parantamiseen, olivatpa ne sisältöä luovia malleja tai mitä tahansa muita. Tämä koskee kaikkea tililläni olevaa sekä sitä, mitä muut jäsenet ovat minusta kirjoittaneet.",
		gdpr:   "Vetoan yleisen tietosuoja-asetuksen (GDPR) 21 artiklaan. Erityinen tilanteeni: profiilini näyttää työelämäni omalla nimelläni, eikä sitä, mitä malli on siitä oppinut, voi perua.",
		ukGDPR: "Vetoan UK GDPR:n 21 artiklaan. Erityinen tilanteeni: profiilini näyttää työelämäni omalla nimelläni, eikä sitä, mitä malli on siitä oppinut, voi perua.",
		fadp:   "Vetoan Sveitsin liittovaltion tietosuojalain (FADP) 30 artiklan 2 kohdan b alakohtaan: tämä käsittely on vastoin nimenomaista tahtoani.",
		ask:    "Pyydän lopettamaan tämän käsittelyn, jättämään tietoni kaiken tulevan koulutuksen ulkopuolelle ja vahvistamaan tämän minulle kirjallisesti.",
		sign:   "[nimesi]\n[LinkedIn-profiilisi osoite]",
	},
	{
		lang:   "ja",
		object: "私は、コンテンツを作成するモデルとそれ以外のすべてのモデルを含む人工知能モデルの学習および改善のために私の個人データが処理されることに異議を申し立てます。対象は、私のアカウント内のすべての情報と、他の会員が私について書いた内容です。",
		gdpr:   "この異議は、一般データ保護規則（GDPR）第21条に基づくものです。私の特別な状況：私のプロフィールは実名で私の職歴を示しており、モデルがそこから学習した内容は取り消すことができません。",
		ukGDPR: "この異議は、UK GDPR第21条に基づくものです。私の特別な状況：私のプロフィールは実名で私の職歴を示しており、モデルがそこから学習した内容は取り消すことができません。",
		fadp:   "この異議は、スイス連邦データ保護法（FADP）第30条第2項b号に基づくものです。この処理は私の明示的な意思に反します。",
		ask:    "この処理を停止し、今後のすべての学習から私のデータを除外し、その旨を書面でお知らせください。",
		sign:   "[氏名]\n[LinkedInプロフィールのアドレス]",
	},
	{
		lang:   "ko",
		object: "저는 콘텐츠를 생성하는 모델과 그 밖의 모든 모델을 포함한 인공지능 모델의 학습 및 개선을 위해 제 개인정보가 처리되는 것에 반대합니다. 여기에는 제 계정에 있는 모든 정보와 다른 회원이 저에 대해 작성한 내용이 포함됩니다.",
		gdpr:   "일반 개인정보 보호법(GDPR) 제21조를 근거로 합니다. 저의 특수한 상황: 제 프로필은 실명으로 제 직업 생활을 보여 주며, 모델이 그로부터 학습한 내용은 되돌릴 수 없습니다.",
		ukGDPR: "UK GDPR 제21조를 근거로 합니다. 저의 특수한 상황: 제 프로필은 실명으로 제 직업 생활을 보여 주며, 모델이 그로부터 학습한 내용은 되돌릴 수 없습니다.",
		fadp:   "스위스 연방 개인정보 보호법(FADP) 제30조 제2항 b호를 근거로 합니다. 이 처리는 저의 명시적인 의사에 반합니다.",
		ask:    "이 처리를 중단하고, 향후 모든 학습에서 제 데이터를 제외하며, 이를 서면으로 확인해 주시기 바랍니다.",
		sign:   "[이름]\n[LinkedIn 프로필 주소]",
	},
	{
		lang:   "zh-Hans",
		object: "我反对为训练和改进人工智能模型而处理我的个人数据，包括生成内容的模型和所有其他模型。这涵盖我账号中的全部信息以及其他会员所写的有关我的内容。",
		gdpr:   "我的依据是《通用数据保护条例》（GDPR）第21条。我的具体情况：我的领英档案以真实姓名展示我的职业生涯，模型从中学到的内容无法收回。",
		ukGDPR: "我的依据是英国《通用数据保护条例》（UK GDPR）第21条。我的具体情况：我的领英档案以真实姓名展示我的职业生涯，模型从中学到的内容无法收回。",
		fadp:   "我的依据是瑞士《联邦数据保护法》（FADP）第30条第2款b项：此处理违背我的明确意愿。",
		ask:    "请停止此处理，将我的数据排除在今后的一切训练之外，并以书面形式向我确认。",
		sign:   "[你的姓名]\n[你的领英档案网址]",
	},
}
