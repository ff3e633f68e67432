package rules

// Labels as LinkedIn's own interface shows them, by language. Where each was seen stands in labelSources.
//
// A toggle with "|" in it names the choices of a radio group, one after the other.
var (
	aiTrainingLabels = []Label{
		{Lang: "en", Title: "Data for Generative AI Improvement", Toggle: "Use my data for training content creation AI models"},
		{Lang: "de", Title: "Daten zur Verbesserung generativer KI", Toggle: "Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen"},
		{Lang: "fr", Title: "Données pour l’amélioration de l’IA générative", Toggle: "Utiliser mes données pour entraîner des modèles d’IA de création de contenu"},
		{Lang: "nl", Title: "Gegevens voor verbetering van generatieve AI", Toggle: "Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt"},
		{Lang: "pt-BR", Title: "Dados para aprimoramento da IA generativa", Toggle: "Usar meus dados para treinar modelos de IA para criar conteúdos"},
		{Lang: "pl", Title: "Dane na potrzeby ulepszania generatywnej sztucznej inteligencji", Toggle: "Użyj moich danych do trenowania modeli AI służących do tworzenia treści"},
		{Lang: "it", Title: "Dati per migliorare l’IA generativa"},
		{Lang: "cs", Title: "Data pro zdokonalování generativní umělé inteligence", Toggle: "Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu"},
		{Lang: "fi", Title: "Tiedot generatiivisen tekoälyn parantamiseen"},
	}
	adsOffLinkedInLabels = []Label{
		{Lang: "en", Title: "Ads off LinkedIn"},
	}
	adsDataFromOthersLabels = []Label{
		{Lang: "en", Title: "Data from others for ads"},
	}
	adsMeasureSuccessLabels = []Label{
		{Lang: "en", Title: "Measure ad success"},
	}
	adsShareLabels = []Label{
		{Lang: "en", Title: "Share data with affiliates and partners"},
		{Lang: "de", Title: "Daten mit verbundenen Unternehmen und Partnern teilen"},
	}
	adsAgeLabels = []Label{
		{Lang: "en", Title: "Age range", Toggle: "Use your age range for ads"},
	}
	adsGenderLabels = []Label{
		{Lang: "en", Title: "Gender", Toggle: "Use your gender for ads"},
	}
	adsInterestsLabels = []Label{
		{Lang: "en", Title: "Interests and traits", Toggle: "Interests and traits"},
	}
	adsInferredLocationLabels = []Label{
		{Lang: "en", Title: "Inferred city location"},
	}
	researchLabels = []Label{
		{Lang: "en", Title: "Social, economic, and workplace research", Toggle: "Use data for research"},
	}
	profileViewingLabels = []Label{
		{Lang: "en", Title: "Profile viewing options", Toggle: "Your name and headline | Private profile characteristics | Private mode"},
		{Lang: "de", Title: "Profilansichtsoptionen"},
	}
)
