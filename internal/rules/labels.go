package rules

// Labels as LinkedIn shows them, by language. Verified ones were seen in
// LinkedIn's own interface by the source; the others are translations by
// somebody else, variants that other sources contradict, or older wordings, and
// are kept only so that the disagreement is on record.
//
// A toggle with "|" in it names the choices of a radio group, one after the other.
var (
	aiTrainingLabels = []Label{
		{
			Lang: "en", Title: "Data for Generative AI Improvement", Toggle: "Use my data for training content creation AI models", Verified: true,
			Source: "https://blog.autiomaa.org/2025/09/18/outout-from-linkedins-genai-data (transcribed from the live page, EU member, 2025-09-18); help a6278444; StellarSand/privacy-settings:Privacy Settings/LinkedIn.md",
		},
		{
			Lang: "de", Title: "Daten zur Verbesserung generativer KI", Toggle: "Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen", Verified: true,
			Source: "title: https://netzpolitik.org/2025/opt-out-anleitung-so-verhinderst-du-dass-linkedin-mit-deinen-daten-ki-trainiert/ (2025-09-22) + sonntagsblatt; toggle: https://www.sonntagsblatt.de/artikel/medien/linkedin-nutzt-eure-daten-fuers-ki-training-so-bleibt-eure-privatsphaere-geschuetzt (2025-10-24)",
		},
		{
			Lang: "fr", Title: "Données pour l’amélioration de l’IA générative", Toggle: "Utiliser mes données pour entraîner des modèles d’IA de création de contenu", Verified: true,
			Source: "https://vert.eco/articles/linkedin-va-utiliser-vos-donnees-pour-entrainer-son-ia-voici-comment-len-empecher-avant-le-3-novembre ; https://cookie-com.com/?p=1373 ; https://www.rsync.link/linkedin-active-lusage-par-defaut-de-vos-donnees-pour-lia-generative",
		},
		{
			Lang: "fr", Title: "Données pour l’amélioration de l’IA générative", Toggle: "Utiliser mes données pour entraîner les modèles d’IA de création de contenu",
			Source: `https://geeko.lesoir.be/2025/09/24/comment-empecher-linkedin-dentrainer-son-ia-avec-vos-donnees (variant "les"; three other sources have "des")`,
		},
		{
			Lang: "nl", Title: "Gegevens voor verbetering van generatieve AI", Toggle: "Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt", Verified: true,
			Source: "https://www.iphoned.nl/nieuws/zet-gegevens-delen-voor-ai-op-linkedin-uit/ (2025-10-02); title also security.nl/posting/905970 (AP advice, 2025-09-24)",
		},
		{
			Lang: "pt-BR", Title: "Dados para aprimoramento da IA generativa", Toggle: "Usar meus dados para treinar modelos de IA para criar conteúdos", Verified: true,
			Source: "https://bukib.com/nao-quer-que-o-linkedin-use-seus-dados-para-treinar-ia-veja-como-desativar ; title also https://protegermeusdados.com/linkedin-esta-usando-seus-dados-para-treinar-ia-veja-como-negar-essa-permissao , teoriacultural.com.br",
		},
		{
			Lang: "pl", Title: "Dane na potrzeby ulepszania generatywnej sztucznej inteligencji", Toggle: "Użyj moich danych do trenowania modeli AI służących do tworzenia treści", Verified: true,
			Source: "title (1 source): https://spolecznosc.payload.pl/kontrowersyjna-zmiana-na-linkedin-twoje-cv-i-posty-posluza-do-trenowania-ai-chyba-iz-sie-sprzeciwisz-33929074.html ; toggle (1 source): https://www.wirtualnemedia.pl/zmiany-na-linkedin-eksperci-apeluja-odznacz-to-w-ustawieniach,7201613501598304a",
		},
		{
			Lang: "it", Title: "Dati per migliorare l’IA generativa", Verified: true,
			Source: "https://tg24.sky.it/tecnologia/2025/10/30/linkedin-dati-ai ; https://www.lacapitalenews.it/innovazione-e-ia/linkedin-usera-dati-personali-per-lia-come-disattivare-la-funzione",
		},
		{
			Lang: "it", Title: "Dati per il miglioramento dell’IA generativa",
			Source: "rubensaystech.com/it (machine translation of an English article)",
		},
		{
			Lang: "es", Title: "Datos para mejorar la IA generativa",
			Source: `https://www.eldestapeweb.com/tecnologia/inteligencia-artificial/linkedin-confirmo-cuando-comenzara-a-entrenar-su-ia-con-tus-publicaciones-2025106192427 (article itself says "o similar")`,
		},
		{
			Lang: "es", Title: "Datos para la mejora de la IA generativa",
			Source: "https://aibase.com/es/news/11843 (translation)",
		},
		{
			Lang: "es", Toggle: "Usar mis datos para entrenar modelos de IA de generación de contenido",
			Source: "https://ultimasnoticias.info/?p=32385 (translated from French)",
		},
		{
			Lang: "ja", Title: "生成AI改善のためのデータ", Toggle: "コンテンツ作成AIモデルのトレーニングにデータを使用する",
			Source: "rele.work, fitep.trade, otpoo.com (all machine translations of English articles)",
		},
		{
			Lang: "ko", Title: "생성 AI 개선을 위한 데이터", Toggle: "콘텐츠 생성 AI 모델 훈련에 내 데이터 사용",
			Source: "https://cubenews.net/?p=15216 (translation of TechCrunch)",
		},
		{
			Lang: "zh-Hans", Title: "生成式AI改进", Toggle: "使用我的数据训练内容创作AI模型",
			Source: "https://trustany.com/post/11426.html (translation; not the UI string for certain)",
		},
		{
			Lang: "cs", Title: "Data pro zdokonalování generativní umělé inteligence", Toggle: "Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu", Verified: true,
			Source: "https://smartmania.cz/linkedin-trenuje-ai-na-vasich-datech-souhlas-zrusite-jedinym-kliknutim/ (2025-11-04)",
		},
		{
			Lang: "fi", Title: "Tiedot generatiivisen tekoälyn parantamiseen", Verified: true,
			Source: `https://dawn.fi/uutiset/2025/11/01/opas-linkedin-tekoalymallien-koulutus-tiedot-kieltaytyminen (2025-11-01; category "Tietosuoja")`,
		},
	}
	adsOffLinkedInLabels = []Label{
		{
			Lang: "en", Title: "Ads off LinkedIn", Verified: true,
			Source: "a public copy of the settings UI; playtech.ro 2025-10-28; allyoucantech.com (ZDNet text); help a7157083",
		},
		{
			Lang: "en", Title: "Ads outside of LinkedIn", Toggle: "Ads outside of LinkedIn",
			Source: "StellarSand/privacy-settings (2024 wording, superseded)",
		},
	}
	adsDataFromOthersLabels = []Label{
		{
			Lang: "en", Title: "Data from others for ads", Verified: true,
			Source: "a public copy of the settings UI; playtech.ro 2025-10-28; allyoucantech.com",
		},
		{
			Lang: "en", Title: "Interaction with businesses", Toggle: "Use data you've given to businesses",
			Source: "StellarSand/privacy-settings (2024 wording, superseded)",
		},
	}
	adsMeasureSuccessLabels = []Label{
		{
			Lang: "en", Title: "Measure ad success", Verified: true,
			Source: "a public copy of the settings UI; allyoucantech.com; help a7157083",
		},
		{
			Lang: "en", Title: "Ad-related actions", Toggle: "Use your data for ad insights",
			Source: "StellarSand/privacy-settings (2024 wording, superseded)",
		},
	}
	adsShareLabels = []Label{
		{
			Lang: "en", Title: "Share data with affiliates and partners", Verified: true,
			Source: "a public copy of the settings UI; allyoucantech.com",
		},
		{
			Lang: "de", Title: "Daten mit verbundenen Unternehmen und Partnern teilen", Verified: true,
			Source: "https://www.mein-deal.com/linkedin-daten-ki-training (after heise.de/news/...-10662110)",
		},
	}
	adsAgeLabels = []Label{
		{
			Lang: "en", Title: "Age range", Toggle: "Use your age range for ads", Verified: true,
			Source: "StellarSand/privacy-settings:Privacy Settings/LinkedIn.md (2024-09-19)",
		},
	}
	adsGenderLabels = []Label{
		{
			Lang: "en", Title: "Gender", Toggle: "Use your gender for ads", Verified: true,
			Source: "StellarSand/privacy-settings:Privacy Settings/LinkedIn.md (2024-09-19)",
		},
	}
	adsInterestsLabels = []Label{
		{
			Lang: "en", Title: "Interests and traits", Toggle: "Interests and traits", Verified: true,
			Source: "StellarSand/privacy-settings (2024-09-19)",
		},
	}
	adsInferredLocationLabels = []Label{
		{
			Lang: "en", Title: "Inferred city location", Verified: true,
			Source: "a public copy of the settings UI; help lms a1444756",
		},
	}
	researchLabels = []Label{
		{
			Lang: "en", Title: "Social, economic, and workplace research", Toggle: "Use data for research", Verified: true,
			Source: "StellarSand/privacy-settings (2024-09-19); public copies of the settings UI",
		},
	}
	profileViewingLabels = []Label{
		{
			Lang: "en", Title: "Profile viewing options", Toggle: "Your name and headline | Private profile characteristics | Private mode", Verified: true,
			Source: "two public browser extensions; help a568195",
		},
		{
			Lang: "de", Title: "Profilansichtsoptionen", Verified: true,
			Source: "https://privacy.linkedin.com/de-de/settings (older LinkedIn page)",
		},
	}
)
