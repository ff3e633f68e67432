// Generated from the rule table by "go run ./scripts/docs". Do not edit: change internal/rules instead.

/**
 * What the rule table says to people of each setting and follow-up, in English. Nothing is decided by it.
 */

/** @typedef {{where: string, seen: string, confidence: string, note: string}} Source */
/** @typedef {{toggle: string, does: string, effect: string, caution: string, desktop: string, phone: string, sources: Source[]}} Prose */
/** @typedef {{title: string, text: string, link: string, note: string, source: string}} FollowUpProse */
/** @typedef {{words: string, url: string}} Link */

/** @type {Record<string, Prose>} */
export const SETTINGS = {
  "ai-training": {
    toggle: "Use my data for training content creation AI models",
    does: "Lets LinkedIn use your data to train AI models that create content.",
    effect: "Nothing you use changes; LinkedIn stops using your data for this from then on.",
    caution: "It is not retroactive: it does not undo training that has already happened. It covers only AI models that create content; for the others there is the Data Processing Objection Form.",
    desktop: "Me > Settings & Privacy > Data privacy > Data for Generative AI Improvement > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "LinkedIn help a6278444", seen: "", confidence: "high", note: "what it is"},
      {where: "the live page's text as quoted by https://blog.autiomaa.org/2025/09/18/outout-from-linkedins-genai-data", seen: "2025-09-18", confidence: "high", note: "title and label"},
      {where: "https://geeko.lesoir.be/2025/09/24/comment-empecher-linkedin-dentrainer-son-ia-avec-vos-donnees", seen: "2025-09-24", confidence: "low", note: "disagrees on the French label: \"les modèles\" where three others have \"des modèles\""},
    ],
  },
  "research": {
    toggle: "Use data for research",
    does: "Lets LinkedIn use your data for social, economic and workplace research.",
    effect: "Nothing you use changes; research no longer uses your data.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > Social, economic, and workplace research > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "high", note: "title, label and default"},
    ],
  },
  "promotions": {
    toggle: "",
    does: "Lets LinkedIn use your profile and activity data for ads that market LinkedIn itself.",
    effect: "Nothing you use changes; LinkedIn's own promotions may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > LinkedIn promotions > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page; the label was not captured"},
    ],
  },
  "promotion-emails": {
    toggle: "",
    does: "Lets LinkedIn send you tips for using LinkedIn by email.",
    effect: "You no longer get these emails.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > LinkedIn promotions > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page; the label was not captured"},
    ],
  },
  "non-essential-cookies": {
    toggle: "",
    does: "Lets LinkedIn use cookies that it calls non-essential.",
    effect: "Only the cookies that LinkedIn calls essential remain; what the others were for may fit you less.",
    caution: "Another product is known to fail at turning this off, so it may need your own hand.",
    desktop: "Me > Settings & Privacy > Data privacy > Cookie preferences > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page; the label was not captured"},
      {where: "brave/brave-browser issue 58298", seen: "", confidence: "high", note: "the same key is known to fail for Brave"},
    ],
  },
  "ads-off-linkedin": {
    toggle: "",
    does: "Lets LinkedIn show you ads outside LinkedIn, through its Audience Network.",
    effect: "Nothing you use changes; ads outside LinkedIn may fit you less.",
    caution: "Outside Europe this also turns off \"Share data with affiliates and partners\".",
    desktop: "Me > Settings & Privacy > Advertising data > Ads off LinkedIn > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "LinkedIn help a7157083", seen: "", confidence: "high", note: "title"},
      {where: "a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change", seen: "2025-10", confidence: "high", note: "title and default"},
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "low", note: "disagrees on the title: \"Ads outside of LinkedIn\", a wording of 2024 that is superseded"},
    ],
  },
  "ads-data-from-others": {
    toggle: "",
    does: "Lets LinkedIn use data from others, such as businesses you gave it to, to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Data from others for ads > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change", seen: "2025-10", confidence: "medium", note: "title and default"},
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "low", note: "disagrees on the wording: \"Interaction with businesses\" and \"Use data you've given to businesses\", of 2024 and superseded"},
    ],
  },
  "ads-measure-success": {
    toggle: "",
    does: "Lets LinkedIn use your data to measure how well ads work, such as what you do after an ad.",
    effect: "Nothing you use changes; less is learned from you about how ads work.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Measure ad success > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change", seen: "2025-10", confidence: "high", note: "title and default"},
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "low", note: "disagrees on the wording: \"Ad-related actions\" and \"Use your data for ad insights\", of 2024 and superseded"},
    ],
  },
  "ads-share-with-partners": {
    toggle: "",
    does: "Lets LinkedIn share your data with affiliates, Microsoft among them, and with partners.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "Turning \"Ads off LinkedIn\" off turns this off as well.",
    desktop: "Me > Settings & Privacy > Advertising data > Share data with affiliates and partners > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "LinkedIn help a1397243, a8059228", seen: "", confidence: "high", note: "title, where it is offered and what turns it off"},
      {where: "a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change", seen: "2025-10", confidence: "high", note: "the change of 2025-11-03; the label was not captured verbatim"},
    ],
  },
  "ads-inferred-location": {
    toggle: "",
    does: "Lets LinkedIn infer your city from your network address and choose ads by it.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Inferred city location > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page; the label was not captured"},
      {where: "LinkedIn help a7152512", seen: "", confidence: "high", note: "title and default"},
    ],
  },
  "ads-interests": {
    toggle: "Interests and traits",
    does: "Lets LinkedIn use the interests and traits it has listed for you to choose ads.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "This is the master switch above a list of categories; the list itself is left alone.",
    desktop: "Me > Settings & Privacy > Advertising data > Interests and traits > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "high", note: "title, label and default"},
    ],
  },
  "ads-age": {
    toggle: "Use your age range for ads",
    does: "Lets LinkedIn use your age range to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Age range > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "high", note: "title, label and default"},
    ],
  },
  "ads-gender": {
    toggle: "Use your gender for ads",
    does: "Lets LinkedIn use your gender to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Gender > switch off",
    phone: "",
    sources: [
      {where: "Brave psst-component, src/linkedin/user.ts", seen: "2026-07-30", confidence: "high", note: "key and page"},
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "high", note: "title, label and default"},
    ],
  },
  "ads-linkedin-activity": {
    toggle: "",
    does: "Lets LinkedIn use your activity on LinkedIn to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > LinkedIn activity data > switch off",
    phone: "",
    sources: [
      {where: "an earlier Brave script", seen: "2025", confidence: "medium", note: "page; key and label not known"},
      {where: "LinkedIn help a7152512", seen: "", confidence: "medium", note: "title"},
    ],
  },
  "ads-profile-location": {
    toggle: "",
    does: "Lets LinkedIn use the location in your profile to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Profile location > switch off",
    phone: "",
    sources: [
      {where: "an earlier Brave script", seen: "2025", confidence: "medium", note: "page; key and label not known"},
    ],
  },
  "ads-connections": {
    toggle: "Use connections data",
    does: "Lets LinkedIn use your connections to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Connections > switch off",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, label and default; key not known"},
      {where: "a browser extension of 2020", seen: "2020", confidence: "medium", note: "the page, seen under /mypreferences/m/ only"},
    ],
  },
  "ads-groups": {
    toggle: "",
    does: "Lets LinkedIn use the groups you are in to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Groups > switch off",
    phone: "",
    sources: [
      {where: "a browser extension of 2020", seen: "2020", confidence: "medium", note: "the page, seen under /mypreferences/m/ only; key and label not known"},
    ],
  },
  "ads-education-skills": {
    toggle: "",
    does: "Lets LinkedIn use your education and skills to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Education and skills > untick every box",
    phone: "",
    sources: [
      {where: "public copies of LinkedIn's settings pages", seen: "", confidence: "medium", note: "title; keys and page not known"},
    ],
  },
  "ads-job-information": {
    toggle: "",
    does: "Lets LinkedIn use information about your job to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Job information > untick every box",
    phone: "",
    sources: [
      {where: "public copies of LinkedIn's settings pages", seen: "", confidence: "medium", note: "title; keys and page not known"},
    ],
  },
  "ads-employer": {
    toggle: "",
    does: "Lets LinkedIn use what it knows of your employer to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Employer > untick every box",
    phone: "",
    sources: [
      {where: "public copies of LinkedIn's settings pages", seen: "", confidence: "medium", note: "title; keys and page not known"},
    ],
  },
  "ads-companies-followed": {
    toggle: "",
    does: "Lets LinkedIn use the companies you follow to choose ads for you.",
    effect: "Nothing you use changes; ads may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Advertising data > Companies you follow > switch off",
    phone: "",
    sources: [
      {where: "public copies of LinkedIn's settings pages", seen: "", confidence: "low", note: "title; label, key and page not known"},
    ],
  },
  "research-invites": {
    toggle: "Research invitations",
    does: "Lets LinkedIn invite you to take part in research.",
    effect: "You no longer get these invitations.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > Research invites > switch off",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, label and default; key and page not known"},
    ],
  },
  "sponsored-messages": {
    toggle: "Allow LinkedIn partners to show you Sponsored Messages on LinkedIn",
    does: "Lets LinkedIn's partners show you Sponsored Messages on LinkedIn.",
    effect: "You no longer get Sponsored Messages.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > Messages > switch off",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, label and default; key and page not known"},
    ],
  },
  "read-receipts": {
    toggle: "",
    does: "Shows people when you have read their messages and when you are typing.",
    effect: "People no longer see when you read or type.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > Read receipts and typing indicators > switch off",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title and default; label, key and page not known"},
    ],
  },
  "messaging-suggestions": {
    toggle: "Messaging suggestions",
    does: "Lets LinkedIn make suggestions to you in your messages.",
    effect: "You no longer get these suggestions.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > Messaging suggestions > switch off",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, label and default; key and page not known"},
    ],
  },
  "share-profile-on-apply": {
    toggle: "Share your profile when you click Apply for a job",
    does: "Shares your profile when you click Apply for a job.",
    effect: "Clicking Apply for a job no longer shares your profile by itself.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > Share your profile when you click Apply for a job > switch off",
    phone: "",
    sources: [
      {where: "public copies of LinkedIn's settings pages", seen: "", confidence: "medium", note: "title; key and page not known"},
    ],
  },
  "resume-data": {
    toggle: "Save resumes and application data",
    does: "Lets LinkedIn keep your resumes and the data of your job applications.",
    effect: "Turning it off deletes the resumes that are stored.",
    caution: "Destructive: turning it off asks \"Yes, delete\" and deletes stored resumes. Offswitch never opens this page; decide and do it yourself.",
    desktop: "Me > Settings & Privacy > Data privacy > Job application settings > switch off",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, label and page; key not known"},
      {where: "LinkedIn help a507642", seen: "", confidence: "medium", note: "what turning it off does"},
    ],
  },
  "permitted-services": {
    toggle: "",
    does: "Lists other applications that you permitted to use your LinkedIn account.",
    effect: "What an application did for you through LinkedIn may stop when you remove it.",
    caution: "",
    desktop: "Me > Settings & Privacy > Data privacy > Other applications > remove what you do not need",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title and page; older addresses under /psettings/ mostly redirect"},
    ],
  },
  "objection-form": {
    toggle: "",
    does: "Is the only way to object to AI processing of your data other than the training of models that create content.",
    effect: "It costs you the few minutes it takes to send the form.",
    caution: "Offswitch gives you a text to copy and never sends the form for you.",
    desktop: "Open the form, copy the text that Offswitch gives you, send it yourself",
    phone: "",
    sources: [
      {where: "ReadWrite", seen: "2024-09-19", confidence: "high", note: "that the form exists and what it covers"},
      {where: "LinkedIn help", seen: "", confidence: "low", note: "the form's address"},
    ],
  },
  "profile-viewing": {
    toggle: "Your name and headline / Private profile characteristics / Private mode",
    does: "Decides what people see of you after you looked at their profile.",
    effect: "Private mode erases your own viewer history.",
    caution: "Destructive: choosing private mode erases the viewer history. Offswitch never opens this page; decide and do it yourself.",
    desktop: "Me > Settings & Privacy > Visibility > Profile viewing options > choose what people see",
    phone: "",
    sources: [
      {where: "LinkedIn help a568195", seen: "", confidence: "high", note: "the choices and what private mode erases"},
      {where: "three public browser extensions", seen: "", confidence: "high", note: "key, page and the ids of the choices"},
    ],
  },
  "page-visit-visibility": {
    toggle: "Allow organizations to see when you visit their LinkedIn Page",
    does: "Lets organizations see when you visit their LinkedIn Page.",
    effect: "Organizations no longer see that you visited.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Page visit visibility > switch off",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, label and default; key and page not known"},
    ],
  },
  "connections-visibility": {
    toggle: "Connection visibility",
    does: "Lets others see who your connections are.",
    effect: "Others can no longer look through your connections.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Who can see your connections > switch off",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, label and default; key and page not known"},
    ],
  },
  "email-visibility": {
    toggle: "Allow connections to export emails",
    does: "Decides who can see or download your email address.",
    effect: "People you leave out can no longer see or download your address.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Who can see or download your email address > choose the fewest people, and switch off the export",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, choices, label of the export switch and default; key and page not known"},
    ],
  },
  "follow-visibility": {
    toggle: "Only visible to me / Anyone on LinkedIn",
    does: "Decides who can see which members you follow.",
    effect: "Others no longer see which members you follow.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Who can see members you follow > choose \"Only visible to me\"",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "medium", note: "title, choices and default; key and page not known"},
    ],
  },
  "representing-organizations": {
    toggle: "",
    does: "Lets LinkedIn show you as representing your organizations and interests.",
    effect: "LinkedIn no longer shows you that way.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Representing your organizations and interests > switch off",
    phone: "",
    sources: [
      {where: "public copies of LinkedIn's settings pages", seen: "", confidence: "medium", note: "title and default; label, key and page not known"},
    ],
  },
  "export-by-page-owners": {
    toggle: "Allow Page owners to export your data",
    does: "Lets owners of LinkedIn Pages export your data.",
    effect: "Page owners can no longer export your data.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Page owners exporting your data > switch off",
    phone: "",
    sources: [
      {where: "LinkedIn help a548106", seen: "", confidence: "medium", note: "title, label and page; key not known"},
    ],
  },
  "profile-off-linkedin": {
    toggle: "",
    does: "Lets your profile be discovered and seen off LinkedIn.",
    effect: "People off LinkedIn find less of your profile.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Profile discovery and visibility off LinkedIn > switch off",
    phone: "",
    sources: [
      {where: "LinkedIn help a548106, a518980", seen: "", confidence: "medium", note: "title and page; key and label not known"},
    ],
  },
  "discover-by-email": {
    toggle: "Anyone / 2nd-degree / Nobody",
    does: "Lets people who have your email address discover your profile by it.",
    effect: "People who know only your email address can no longer find you by it.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Profile discovery using email address > choose \"Nobody\"",
    phone: "",
    sources: [
      {where: "LinkedIn help", seen: "", confidence: "medium", note: "title, choices, default and page; key not known"},
    ],
  },
  "discover-by-phone": {
    toggle: "Everyone / 2nd-degree / Nobody",
    does: "Lets people who have your phone number discover your profile by it.",
    effect: "People who know only your phone number can no longer find you by it.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Profile discovery using phone number > choose \"Nobody\"",
    phone: "",
    sources: [
      {where: "LinkedIn help", seen: "", confidence: "medium", note: "title, choices, default and page; key not known"},
    ],
  },
  "active-status": {
    toggle: "Who can see that you are currently active",
    does: "Decides who can see that you are currently active.",
    effect: "People you leave out no longer see when you are active.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Manage active status > choose the fewest people",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "low", note: "title and label; default, key and page not known"},
    ],
  },
  "share-profile-updates": {
    toggle: "Share key profile updates",
    does: "Tells your network about key changes to your profile.",
    effect: "Your network is no longer told about key changes to your profile.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Share profile updates with your network > switch off",
    phone: "",
    sources: [
      {where: "six independent public notes on editing a LinkedIn profile", seen: "2026-08", confidence: "high", note: "page; key not known"},
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "high", note: "title and label"},
    ],
  },
  "mentions": {
    toggle: "",
    does: "Lets others mention or tag you.",
    effect: "Others can no longer mention or tag you.",
    caution: "",
    desktop: "Me > Settings & Privacy > Visibility > Mentions, tags > switch off",
    phone: "",
    sources: [
      {where: "LinkedIn help a522861", seen: "", confidence: "low", note: "title and default; label, key and page not known"},
    ],
  },
  "demographic-info": {
    toggle: "",
    does: "Holds demographic information about you that you gave LinkedIn.",
    effect: "You give up nothing that you did not want LinkedIn to know.",
    caution: "",
    desktop: "Me > Settings & Privacy > Account > Personal demographic information > remove what you do not want to give",
    phone: "",
    sources: [
      {where: "LinkedIn help", seen: "", confidence: "medium", note: "title, page and that it is empty at first"},
    ],
  },
  "microsoft-accounts": {
    toggle: "",
    does: "Lists the Microsoft accounts that are connected with your LinkedIn account.",
    effect: "What a connection did for you may stop when you remove it.",
    caution: "",
    desktop: "Me > Settings & Privacy > Account > Connected Microsoft accounts > remove what you do not need",
    phone: "",
    sources: [
      {where: "a measured index of LinkedIn's settings", seen: "2026-09", confidence: "medium", note: "title and page"},
    ],
  },
  "sync-contacts": {
    toggle: "",
    does: "Lets LinkedIn sync your contacts and your calendar.",
    effect: "LinkedIn no longer has the contacts and calendars you remove to work with.",
    caution: "",
    desktop: "Me > Settings & Privacy > Account > Sync contacts / calendar > Remove all",
    phone: "",
    sources: [
      {where: "StellarSand/privacy-settings, Privacy Settings/LinkedIn.md", seen: "2024-09-19", confidence: "low", note: "title; page not known"},
    ],
  },
  "dma-services": {
    toggle: "",
    does: "Connects LinkedIn's services, such as Jobs, Marketing Solutions and Learning, with each other.",
    effect: "A service you disconnect may fit you less.",
    caution: "",
    desktop: "Me > Settings & Privacy > Account > LinkedIn Services > disconnect what you do not need",
    phone: "",
    sources: [
      {where: "LinkedIn help a6222119, a6233305", seen: "", confidence: "high", note: "that it exists, per service; no fixed address known"},
    ],
  },
};

/** @type {Record<string, FollowUpProse>} */
export const FOLLOWUPS = {
  "objection-form": {
    title: "Object to AI processing that no switch covers",
    text: "Turning off \"Data for Generative AI Improvement\" covers only AI models that create content. For the others there is LinkedIn's Data Processing Objection Form. Copy the text, open the form and send it yourself: Offswitch never sends it for you.",
    link: "https://www.linkedin.com/help/linkedin/answer/a1338610",
    note: "That the form exists is certain; its address is less so. If the link leads nowhere, search LinkedIn's help for the form's name.",
    source: "ReadWrite 2024-09-19; LinkedIn help",
  },
  "dma-services": {
    title: "Choose which LinkedIn services are connected",
    text: "In the EU, the EEA and Switzerland LinkedIn lets you connect or disconnect its services, such as Jobs, Marketing Solutions and Learning, one by one. They are connected until you say otherwise.",
    link: "https://www.linkedin.com/mypreferences/d/categories/account",
    note: "No fixed address is known; look for it on the Account page.",
    source: "LinkedIn help a6222119, a6233305",
  },
  "global-privacy-control": {
    title: "Let your browser say no as well: Global Privacy Control",
    text: "Global Privacy Control is a signal by which your browser tells every site not to share your data. LinkedIn honours it for sharing in the United States: for a browser that sends it, \"Share data with affiliates and partners\" is already off.",
    link: "https://www.linkedin.com/legal/privacy/usa",
    note: "",
    source: "linkedin.com/legal/privacy/usa; LinkedIn help a1397243",
  },
  "phone-app": {
    title: "The phone app",
    text: "These settings belong to your account, so the LinkedIn app on your phone follows them. There is nothing more to do there.",
    link: "",
    note: "No source describes the app's own screens; Offswitch proves settings on the web site.",
    source: "our reading: these are settings of the account",
  },
  "not-retroactive": {
    title: "Turning off is not retroactive",
    text: "Opting out of AI training ends the use of your data from then on. It does not undo training that has already happened.",
    link: "",
    note: "",
    source: "LinkedIn help a6278444",
  },
};

/** The legal basis that LinkedIn names in a region for training AI, or what stands in its place. @type {Record<string, string>} */
export const BASES = {
  "designated": "legitimate interest, GDPR Art. 6(1)(f); objection Art. 21",
  "uk": "legitimate interests (UK GDPR)",
  "us": "opt-out; state laws; Global Privacy Control honoured for sharing",
  "ca": "not stated (PIPEDA applies)",
  "hk": "not stated (PDPO applies)",
  "cn": "not known: excluded in 2024, not named in the 2025 notice",
  "other": "opt-out",
};

/** The texts that name an address, in parts. @type {Record<string, (string | Link)[]>} */
export const LINKED = {
  "LinkedIn help a6278444": ["LinkedIn help ", {words: "a6278444", url: "https://www.linkedin.com/help/linkedin/answer/a6278444"}],
  "the live page's text as quoted by https://blog.autiomaa.org/2025/09/18/outout-from-linkedins-genai-data": ["the live page's text as quoted by ", {words: "https://blog.autiomaa.org/2025/09/18/outout-from-linkedins-genai-data", url: "https://blog.autiomaa.org/2025/09/18/outout-from-linkedins-genai-data"}],
  "https://geeko.lesoir.be/2025/09/24/comment-empecher-linkedin-dentrainer-son-ia-avec-vos-donnees": [{words: "https://geeko.lesoir.be/2025/09/24/comment-empecher-linkedin-dentrainer-son-ia-avec-vos-donnees", url: "https://geeko.lesoir.be/2025/09/24/comment-empecher-linkedin-dentrainer-son-ia-avec-vos-donnees"}],
  "LinkedIn help a7157083": ["LinkedIn help ", {words: "a7157083", url: "https://www.linkedin.com/help/linkedin/answer/a7157083"}],
  "LinkedIn help a1397243, a8059228": ["LinkedIn help ", {words: "a1397243", url: "https://www.linkedin.com/help/linkedin/answer/a1397243"}, ", ", {words: "a8059228", url: "https://www.linkedin.com/help/linkedin/answer/a8059228"}],
  "LinkedIn help a7152512": ["LinkedIn help ", {words: "a7152512", url: "https://www.linkedin.com/help/linkedin/answer/a7152512"}],
  "LinkedIn help a507642": ["LinkedIn help ", {words: "a507642", url: "https://www.linkedin.com/help/linkedin/answer/a507642"}],
  "LinkedIn help a568195": ["LinkedIn help ", {words: "a568195", url: "https://www.linkedin.com/help/linkedin/answer/a568195"}],
  "LinkedIn help a548106": ["LinkedIn help ", {words: "a548106", url: "https://www.linkedin.com/help/linkedin/answer/a548106"}],
  "LinkedIn help a548106, a518980": ["LinkedIn help ", {words: "a548106", url: "https://www.linkedin.com/help/linkedin/answer/a548106"}, ", ", {words: "a518980", url: "https://www.linkedin.com/help/linkedin/answer/a518980"}],
  "LinkedIn help a522861": ["LinkedIn help ", {words: "a522861", url: "https://www.linkedin.com/help/linkedin/answer/a522861"}],
  "LinkedIn help a6222119, a6233305": ["LinkedIn help ", {words: "a6222119", url: "https://www.linkedin.com/help/linkedin/answer/a6222119"}, ", ", {words: "a6233305", url: "https://www.linkedin.com/help/linkedin/answer/a6233305"}],
  "iPhoned 2025-10-02; a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change, 2025-10; LinkedIn help a6278444": ["iPhoned 2025-10-02; a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change, 2025-10; LinkedIn help ", {words: "a6278444", url: "https://www.linkedin.com/help/linkedin/answer/a6278444"}],
  "LinkedIn help a7152512, lms a1444756": ["LinkedIn help ", {words: "a7152512", url: "https://www.linkedin.com/help/linkedin/answer/a7152512"}, ", lms a1444756"],
  "LinkedIn help a7157083; a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change, 2025-10": ["LinkedIn help ", {words: "a7157083", url: "https://www.linkedin.com/help/linkedin/answer/a7157083"}, "; a security-alert article that quotes LinkedIn's notice of the 2025-11-03 change, 2025-10"],
  "LinkedIn help a1397243": ["LinkedIn help ", {words: "a1397243", url: "https://www.linkedin.com/help/linkedin/answer/a1397243"}],
  "LinkedIn help a6222119": ["LinkedIn help ", {words: "a6222119", url: "https://www.linkedin.com/help/linkedin/answer/a6222119"}],
  "linkedin.com/legal/privacy/usa; LinkedIn help a1397243": [{words: "linkedin.com/legal/privacy/usa", url: "https://www.linkedin.com/legal/privacy/usa"}, "; LinkedIn help ", {words: "a1397243", url: "https://www.linkedin.com/help/linkedin/answer/a1397243"}],
};
