package rules

// Labels as LinkedIn's own interface shows them, by language. Where each was seen stands in labelSources.
//
// A toggle with "|" in it names the choices of a radio group or the boxes of a list, one after the other.
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
	researchLabels = []Label{
		{Lang: "en", Title: "Social, economic, and workplace research", Heading: "Data research", Toggle: "Use data for research"},
	}
	promotionsLabels = []Label{
		{Lang: "en", Title: "LinkedIn promotions", Toggle: "Personalized promotions of LinkedIn products"},
	}
	promotionEmailsLabels = []Label{
		{Lang: "en", Title: "LinkedIn promotions", Toggle: "LinkedIn promotional emails"},
	}
	adsOffLinkedInLabels = []Label{
		{Lang: "en", Title: "Ads off LinkedIn", Toggle: "Ads off LinkedIn"},
	}
	adsDataFromOthersLabels = []Label{
		{Lang: "en", Title: "Data from others for ads", Toggle: "Use data from others"},
	}
	adsMeasureSuccessLabels = []Label{
		{Lang: "en", Title: "Measure ad success", Toggle: "Use your data for evaluating ad success"},
	}
	adsShareLabels = []Label{
		{Lang: "en", Title: "Share data with affiliates and partners", Toggle: "Data sharing with our affiliates and select partners"},
		{Lang: "de", Title: "Daten mit verbundenen Unternehmen und Partnern teilen"},
	}
	adsInferredLocationLabels = []Label{
		{Lang: "en", Title: "Inferred city location", Toggle: "Use Inferred city location"},
	}
	adsInterestsLabels = []Label{
		{Lang: "en", Title: "Interests and traits", Toggle: "Interests and traits"},
	}
	adsAgeLabels = []Label{
		{Lang: "en", Title: "Age range", Toggle: "Use your age range for ads"},
	}
	adsGenderLabels = []Label{
		{Lang: "en", Title: "Gender", Toggle: "Use your gender for ads"},
	}
	adsProfileLocationLabels = []Label{
		{Lang: "en", Title: "Profile location", Toggle: "Use postal code and city you enter in your profile"},
	}
	adsConnectionsLabels = []Label{
		{Lang: "en", Title: "Connections", Toggle: "Use connections data"},
	}
	adsGroupsLabels = []Label{
		{Lang: "en", Title: "Groups", Toggle: "Use groups data"},
	}
	adsEducationLabels = []Label{
		{Lang: "en", Title: "Education and skills", Toggle: "Schools | Field of study | Degrees | Skills | Last graduation year"},
	}
	adsJobLabels = []Label{
		{Lang: "en", Title: "Job information", Toggle: "Current job | Past jobs"},
	}
	adsEmployerLabels = []Label{
		{Lang: "en", Title: "Employer", Toggle: "Current company | Past companies"},
	}
	adsCompaniesFollowedLabels = []Label{
		{Lang: "en", Title: "Companies you follow", Toggle: "Use followed companies data"},
	}
	adsCustomizedFormatLabels = []Label{
		{Lang: "en", Title: "Customized display format", Toggle: "Use profile data for customized display"},
	}
	researchInvitesLabels = []Label{
		{Lang: "en", Title: "Research invites", Heading: "Research invitations", Toggle: "Research invitations"},
	}
	readReceiptsLabels = []Label{
		{Lang: "en", Title: "Read receipts and typing indicators", Heading: "Delivery indicators"},
	}
	messagingSuggestionsLabels = []Label{
		{Lang: "en", Title: "Messaging suggestions", Toggle: "Messaging suggestions"},
	}
	shareProfileOnApplyLabels = []Label{
		{Lang: "en", Title: "Share your profile when you click Apply for a job", Heading: "Share with job poster", Toggle: "Share profile with job poster"},
	}
	resumeDataLabels = []Label{
		{Lang: "en", Title: "Job application settings", Heading: "Resumes and application data", Toggle: "Save resumes and application data"},
	}
	microsoftWordLabels = []Label{
		{Lang: "en", Title: "Microsoft Word", Heading: "Show work experience", Toggle: "Show work experience in Word"},
	}
	signalInterestLabels = []Label{
		{Lang: "en", Title: "Signal your interest to recruiters at companies you've created job alerts for", Heading: "Share job alerts", Toggle: "Signal interest to recruiters"},
	}
	shareResumeLabels = []Label{
		{Lang: "en", Title: "Job application settings", Heading: "Resumes and application data", Toggle: "Share resume data with hirers"},
	}
	saveSelfIDLabels = []Label{
		{Lang: "en", Title: "Job application settings", Heading: "Resumes and application data", Toggle: "Save self-ID information"},
	}
	profileViewingLabels = []Label{
		{Lang: "en", Title: "Profile viewing options", Heading: "Profile viewing", Toggle: "Your name and headline | Private profile characteristics | Private mode"},
		{Lang: "de", Title: "Profilansichtsoptionen"},
	}
	pageVisitVisibilityLabels = []Label{
		{Lang: "en", Title: "Page visit visibility", Toggle: "Allow organizations to see when you visit their LinkedIn Page"},
	}
	connectionsVisibilityLabels = []Label{
		{Lang: "en", Title: "Who can see your connections", Heading: "Connection visibility", Toggle: "Connection visibility"},
	}
	emailVisibilityLabels = []Label{
		{Lang: "en", Title: "Who can see or download your email address", Heading: "Email visibility", Toggle: "Only visible to me | 1st degree connections | 1st and 2nd degree connections | Anyone on LinkedIn", Want: "Only visible to me"},
	}
	emailExportLabels = []Label{
		{Lang: "en", Title: "Who can see or download your email address", Heading: "Email visibility", Toggle: "Allow connection to export emails"},
	}
	followVisibilityLabels = []Label{
		{Lang: "en", Title: "Who can see members you follow", Heading: "Follow visibility", Toggle: "Only visible to me | Anyone on LinkedIn", Want: "Only visible to me"},
	}
	representingLabels = []Label{
		{Lang: "en", Title: "Representing your organizations and interests", Heading: "Represent company", Toggle: "Profile information on content"},
	}
	exportByPageOwnersLabels = []Label{
		{Lang: "en", Title: "Page owners exporting your data", Toggle: "Allow Page owners to export your data"},
	}
	profileOffLinkedInLabels = []Label{
		{Lang: "en", Title: "Profile discovery and visibility off LinkedIn", Heading: "Off-LinkedIn Visibility", Toggle: "Profile visibility outside LinkedIn"},
	}
	discoverByEmailLabels = []Label{
		{Lang: "en", Title: "Profile discovery using email address", Heading: "Discover by email", Toggle: "1st degree connections | 1st and 2nd degree connections | Anyone", Want: "1st degree connections"},
	}
	discoverByPhoneLabels = []Label{
		{Lang: "en", Title: "Profile discovery using phone number", Heading: "Discover by phone", Toggle: "Nobody | 2nd-degree connections | Everyone", Want: "Nobody"},
	}
	activeStatusLabels = []Label{
		{Lang: "en", Title: "Manage active status", Toggle: "No one | Your Connections only | All LinkedIn members", Want: "No one"},
	}
	shareProfileUpdatesLabels = []Label{
		{Lang: "en", Title: "Share job changes, education changes, and work anniversaries from profile", Heading: "Sharing profile edits", Toggle: "Share key profile updates"},
	}
	mentionsLabels = []Label{
		{Lang: "en", Title: "Mentioned by others", Heading: "Mentions or tags", Toggle: "Allow mentions"},
	}
	newsMentionsLabels = []Label{
		{Lang: "en", Title: "Notify connections when you're in the news", Heading: "In the news", Toggle: "Notify network if mentioned in news"},
	}
	lastNameLabels = []Label{
		{Lang: "en", Title: "Who can see your last name", Heading: "Last name visibility"},
	}
)
