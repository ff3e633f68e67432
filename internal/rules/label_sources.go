package rules

// LabelRecord is what is known of a setting's wording in one language, and from
// where. It is for people: nothing is matched by it.
type LabelRecord struct {
	Label
	Verified bool // seen in LinkedIn's own interface, not translated by somebody else
	Source   string
}

// LabelRecords returns the wordings of a setting: those that count, then those
// that do not and are kept only so that the disagreement is on record.
func LabelRecords(s Setting) []LabelRecord {
	var all []LabelRecord
	for _, l := range s.Labels {
		for _, src := range labelSources {
			if src.setting == s.ID && src.lang == l.Lang {
				all = append(all, LabelRecord{Label: l, Verified: true, Source: src.source})
			}
		}
	}
	for _, o := range otherLabels {
		if o.setting == s.ID {
			all = append(all, LabelRecord{Label: o.label, Source: o.source})
		}
	}
	return all
}

// labelSources says where each label of the table was seen: one line for each
// setting and language.
var labelSources = []struct{ setting, lang, source string }{
	{"ai-training", "en", "https://blog.autiomaa.org/2025/09/18/outout-from-linkedins-genai-data (transcribed from the live page, EU member, 2025-09-18); help a6278444; StellarSand/privacy-settings:Privacy Settings/LinkedIn.md"},
	{"ai-training", "de", "title: https://netzpolitik.org/2025/opt-out-anleitung-so-verhinderst-du-dass-linkedin-mit-deinen-daten-ki-trainiert/ (2025-09-22) + sonntagsblatt; toggle: https://www.sonntagsblatt.de/artikel/medien/linkedin-nutzt-eure-daten-fuers-ki-training-so-bleibt-eure-privatsphaere-geschuetzt (2025-10-24)"},
	{"ai-training", "fr", "https://vert.eco/articles/linkedin-va-utiliser-vos-donnees-pour-entrainer-son-ia-voici-comment-len-empecher-avant-le-3-novembre ; https://cookie-com.com/?p=1373 ; https://www.rsync.link/linkedin-active-lusage-par-defaut-de-vos-donnees-pour-lia-generative"},
	{"ai-training", "nl", "https://www.iphoned.nl/nieuws/zet-gegevens-delen-voor-ai-op-linkedin-uit/ (2025-10-02); title also security.nl/posting/905970 (AP advice, 2025-09-24)"},
	{"ai-training", "pt-BR", "https://bukib.com/nao-quer-que-o-linkedin-use-seus-dados-para-treinar-ia-veja-como-desativar ; title also https://protegermeusdados.com/linkedin-esta-usando-seus-dados-para-treinar-ia-veja-como-negar-essa-permissao , teoriacultural.com.br"},
	{"ai-training", "pl", "title (1 source): https://spolecznosc.payload.pl/kontrowersyjna-zmiana-na-linkedin-twoje-cv-i-posty-posluza-do-trenowania-ai-chyba-iz-sie-sprzeciwisz-33929074.html ; toggle (1 source): https://www.wirtualnemedia.pl/zmiany-na-linkedin-eksperci-apeluja-odznacz-to-w-ustawieniach,7201613501598304a"},
	{"ai-training", "it", "https://tg24.sky.it/tecnologia/2025/10/30/linkedin-dati-ai ; https://www.lacapitalenews.it/innovazione-e-ia/linkedin-usera-dati-personali-per-lia-come-disattivare-la-funzione"},
	{"ai-training", "cs", "https://smartmania.cz/linkedin-trenuje-ai-na-vasich-datech-souhlas-zrusite-jedinym-kliknutim/ (2025-11-04)"},
	{"ai-training", "fi", `https://dawn.fi/uutiset/2025/11/01/opas-linkedin-tekoalymallien-koulutus-tiedot-kieltaytyminen (2025-11-01; category "Tietosuoja")`},
	{"ads-off-linkedin", "en", "title: a public copy of the settings UI; playtech.ro 2025-10-28; allyoucantech.com (ZDNet text); help a7157083; title and label: " + crawl},
	{"ads-data-from-others", "en", "title: a public copy of the settings UI; playtech.ro 2025-10-28; allyoucantech.com; title and label: " + crawl},
	{"ads-measure-success", "en", "title: a public copy of the settings UI; allyoucantech.com; help a7157083; title and label: " + crawl},
	{"ads-share-with-partners", "en", "title: a public copy of the settings UI; allyoucantech.com; title and label: " + crawl},
	{"ads-share-with-partners", "de", "https://www.mein-deal.com/linkedin-daten-ki-training (after heise.de/news/...-10662110)"},
	{"ads-age", "en", "StellarSand/privacy-settings:Privacy Settings/LinkedIn.md (2024-09-19); " + crawl},
	{"ads-gender", "en", "StellarSand/privacy-settings:Privacy Settings/LinkedIn.md (2024-09-19); " + crawl},
	{"ads-interests", "en", "StellarSand/privacy-settings (2024-09-19); " + crawl},
	{"ads-inferred-location", "en", "title: a public copy of the settings UI; help lms a1444756; title and label: " + crawl},
	{"research", "en", "StellarSand/privacy-settings (2024-09-19); public copies of the settings UI; " + crawl},
	{"profile-viewing", "en", "two public browser extensions; help a568195; " + crawl},
	{"profile-viewing", "de", "https://privacy.linkedin.com/de-de/settings (older LinkedIn page)"},
	{"promotions", "en", crawl},
	{"promotion-emails", "en", crawl},
	{"ads-profile-location", "en", crawl},
	{"ads-connections", "en", crawl},
	{"ads-groups", "en", crawl},
	{"ads-education-skills", "en", crawl},
	{"ads-job-information", "en", crawl},
	{"ads-employer", "en", crawl},
	{"ads-companies-followed", "en", crawl},
	{"ads-customized-format", "en", crawl},
	{"research-invites", "en", crawl},
	{"read-receipts", "en", crawl},
	{"messaging-suggestions", "en", crawl},
	{"share-profile-on-apply", "en", crawl},
	{"resume-data", "en", crawl},
	{"microsoft-word", "en", crawl},
	{"signal-interest", "en", crawl},
	{"share-resume", "en", crawl},
	{"save-self-id", "en", crawl},
	{"page-visit-visibility", "en", crawl},
	{"connections-visibility", "en", crawl},
	{"email-visibility", "en", crawl},
	{"email-export", "en", crawl},
	{"follow-visibility", "en", crawl},
	{"representing-organizations", "en", crawl},
	{"export-by-page-owners", "en", crawl},
	{"profile-off-linkedin", "en", crawl},
	{"discover-by-email", "en", crawl},
	{"discover-by-phone", "en", crawl},
	{"active-status", "en", crawl},
	{"share-profile-updates", "en", crawl},
	{"mentions", "en", crawl},
	{"news-mentions", "en", crawl},
	{"last-name-visibility", "en", crawl},
}

// otherLabels are translations by somebody else, variants that other sources
// contradict, and older wordings.
var otherLabels = []struct {
	setting string
	label   Label
	source  string
}{
	{
		"ai-training", Label{Lang: "fr", Title: "Données pour l’amélioration de l’IA générative", Toggle: "Utiliser mes données pour entraîner les modèles d’IA de création de contenu"},
		`https://geeko.lesoir.be/2025/09/24/comment-empecher-linkedin-dentrainer-son-ia-avec-vos-donnees (variant "les"; three other sources have "des")`,
	},
	{
		"ai-training", Label{Lang: "it", Title: "Dati per il miglioramento dell’IA generativa"},
		"rubensaystech.com/it (machine translation of an English article)",
	},
	{
		"ai-training", Label{Lang: "es", Title: "Datos para mejorar la IA generativa"},
		`https://www.eldestapeweb.com/tecnologia/inteligencia-artificial/linkedin-confirmo-cuando-comenzara-a-entrenar-su-ia-con-tus-publicaciones-2025106192427 (article itself says "o similar")`,
	},
	{
		"ai-training", Label{Lang: "es", Title: "Datos para la mejora de la IA generativa"},
		"https://aibase.com/es/news/11843 (translation)",
	},
	{
		"ai-training", Label{Lang: "es", Toggle: "Usar mis datos para entrenar modelos de IA de generación de contenido"},
		"https://ultimasnoticias.info/?p=32385 (translated from French)",
	},
	{
		"ai-training", Label{Lang: "ja", Title: "生成AI改善のためのデータ", Toggle: "コンテンツ作成AIモデルのトレーニングにデータを使用する"},
		"rele.work, fitep.trade, otpoo.com (all machine translations of English articles)",
	},
	{
		"ai-training", Label{Lang: "ko", Title: "생성 AI 개선을 위한 데이터", Toggle: "콘텐츠 생성 AI 모델 훈련에 내 데이터 사용"},
		"https://cubenews.net/?p=15216 (translation of TechCrunch)",
	},
	{
		"ai-training", Label{Lang: "zh-Hans", Title: "生成式AI改进", Toggle: "使用我的数据训练内容创作AI模型"},
		"https://trustany.com/post/11426.html (translation; not the UI string for certain)",
	},
	{
		"ads-off-linkedin", Label{Lang: "en", Title: "Ads outside of LinkedIn", Toggle: "Ads outside of LinkedIn"},
		"StellarSand/privacy-settings (2024 wording, superseded)",
	},
	{
		"ads-data-from-others", Label{Lang: "en", Title: "Interaction with businesses", Toggle: "Use data you've given to businesses"},
		"StellarSand/privacy-settings (2024 wording, superseded)",
	},
	{
		"ads-measure-success", Label{Lang: "en", Title: "Ad-related actions", Toggle: "Use your data for ad insights"},
		"StellarSand/privacy-settings (2024 wording, superseded)",
	},
	{
		"share-profile-updates", Label{Lang: "en", Title: "Share profile updates with your network"},
		"six notes of 2026 (an older title of the row)",
	},
}
