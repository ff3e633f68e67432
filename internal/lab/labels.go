package lab

import "strings"

// texts are a setting's title and control label in one language.
type texts struct{ title, toggle string }

// translations holds what public sources quote from the live pages, and nothing else: a text that is missing here is shown
// in English, because a made-up translation would teach the rules something false.
var translations = map[string]map[string]texts{
	"allowDataForGenerativeAI": {
		"de":    {"Daten zur Verbesserung generativer KI", "Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen"},
		"fr":    {"Données pour l’amélioration de l’IA générative", "Utiliser mes données pour entraîner des modèles d’IA de création de contenu"},
		"nl":    {"Gegevens voor verbetering van generatieve AI", "Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt"},
		"pt-BR": {"Dados para aprimoramento da IA generativa", "Usar meus dados para treinar modelos de IA para criar conteúdos"},
		"pl":    {"Dane na potrzeby ulepszania generatywnej sztucznej inteligencji", "Użyj moich danych do trenowania modeli AI służących do tworzenia treści"},
		"cs":    {"Data pro zdokonalování generativní umělé inteligence", "Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu"},
		"it":    {"Dati per migliorare l’IA generativa", ""},
		"fi":    {"Tiedot generatiivisen tekoälyn parantamiseen", ""},
		// Both known only from machine translations of English articles.
		"ja": {"生成AI改善のためのデータ", "コンテンツ作成AIモデルのトレーニングにデータを使用する"},
		"es": {"Datos para mejorar la IA generativa", "Usar mis datos para entrenar modelos de IA de generación de contenido"},
	},
	"shareDataWithTrustedPartners": {"de": {"Daten mit verbundenen Unternehmen und Partnern teilen", ""}},
	"discloseAsProfileViewer":      {"de": {"Profilansichtsoptionen", ""}},
}

// stateWords are the words that a category page shows for on and off.
var stateWords = map[string][2]string{
	"en": {"On", "Off"}, "de": {"Ein", "Aus"}, "pt-BR": {"Ativado", "Desativado"}, "it": {"Sì", "No"},
	// Only the word for off is known.
	"fr": {"On", "Désactivé"},
}

// label is a row's title and control label in a language.
func label(r Row, lang string) texts {
	t := translations[r.Key][lang]
	// A control whose English label is not known was given the title; so is its translation.
	if t.toggle == "" && r.Toggle == r.Title {
		t.toggle = t.title
	}
	if t.title == "" {
		t.title = r.Title
	}
	if t.toggle == "" {
		t.toggle = r.Toggle
	}
	return t
}

func stateWord(lang string, on bool) string {
	words, ok := stateWords[lang]
	if !ok {
		words = stateWords["en"]
	}
	if on {
		return words[0]
	}
	return words[1]
}

// categoryTitle is English everywhere: the other languages are not known.
func categoryTitle(category string) string {
	switch category {
	case "profile-visibility":
		return "Visibility"
	case "privacy":
		return "Data privacy"
	case "ads":
		return "Advertising data"
	}
	words := strings.ReplaceAll(category, "-", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}
