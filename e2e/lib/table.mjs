// Generated from the rule table by "go run ./scripts/docs". Do not edit: change internal/rules instead.

/** What Offswitch clicks: the key, the page and the level of each setting. The key is LinkedIn's own, or the lab's where that is not known. */

export const SETTINGS = {
  'ai-training': {
    key: 'allowDataForGenerativeAI',
    page: '/mypreferences/d/settings/data-for-ai-improvement',
    level: 'essential',
  },
  'research': {
    key: 'allowAnonymizedDataResearch',
    page: '/mypreferences/d/settings/policy-and-academic-research',
    level: 'recommended',
  },
  'promotions': {
    key: 'allowProfileAndActivityDataForMarketingAds',
    page: '/mypreferences/d/settings/linkedin-promotions',
    level: 'recommended',
  },
  'promotion-emails': {
    key: 'tipsForUsingLinkedinViaEmail',
    page: '/mypreferences/d/settings/linkedin-promotions',
    level: 'strict',
  },
  'non-essential-cookies': {
    key: 'nonEssentialCookieConsent',
    page: '/mypreferences/d/member-cookies',
    level: 'recommended',
  },
  'ads-off-linkedin': {
    key: 'allowLinkedInAudienceNetwork',
    page: '/mypreferences/d/settings/ads-beyond-linkedin',
    level: 'essential',
  },
  'ads-data-from-others': {
    key: 'allowUseOfThirdPartyData',
    page: '/mypreferences/d/settings/ads-interactions-with-business',
    level: 'essential',
  },
  'ads-measure-success': {
    key: 'allowConversionTrackings',
    page: '/mypreferences/d/settings/ads-related-actions',
    level: 'essential',
  },
  'ads-share-with-partners': {
    key: 'shareDataWithTrustedPartners',
    page: '/mypreferences/d/settings/share-data-with-select-partners',
    level: 'essential',
  },
  'ads-inferred-location': {
    key: 'allowIpToPersonalizeAds',
    page: '/mypreferences/d/settings/ads-inferred-location',
    level: 'recommended',
  },
  'ads-interests': {
    key: 'adsPrivacyAllowInterestsAndBehaviors',
    page: '/mypreferences/d/interest-categories',
    level: 'recommended',
  },
  'ads-age': {
    key: 'allowAdsByAge',
    page: '/mypreferences/d/settings/ads-by-age',
    level: 'recommended',
  },
  'ads-gender': {
    key: 'allowAdsByGender',
    page: '/mypreferences/d/settings/ads-by-gender',
    level: 'recommended',
  },
  'ads-profile-location': {
    key: 'labAdsProfileLocation',
    page: '/mypreferences/d/settings/ads-location',
    level: 'recommended',
  },
  'ads-connections': {
    key: 'labAdsConnections',
    page: '/mypreferences/d/settings/ads-connections',
    level: 'strict',
  },
  'ads-groups': {
    key: 'labAdsGroups',
    page: '/mypreferences/d/settings/ads-based-on-groups',
    level: 'strict',
  },
  'ads-education-skills': {
    key: '',
    page: '/mypreferences/d/settings/ads-education',
    level: 'strict',
  },
  'ads-job-information': {
    key: '',
    page: '/mypreferences/d/settings/ads-job-information',
    level: 'strict',
  },
  'ads-employer': {
    key: '',
    page: '/mypreferences/d/settings/ads-employer',
    level: 'strict',
  },
  'ads-companies-followed': {
    key: 'labAdsCompaniesFollowed',
    page: '/mypreferences/d/settings/ads-companies-followed',
    level: 'strict',
  },
  'ads-customized-format': {
    key: 'labAdsCustomizedFormat',
    page: '/mypreferences/d/settings/ads-personalization',
    level: 'strict',
  },
  'research-invites': {
    key: 'labResearchInvites',
    page: '/mypreferences/d/settings/research-invitations',
    level: 'recommended',
  },
  'messaging-suggestions': {
    key: 'labMessagingSuggestions',
    page: '/mypreferences/d/settings/suggest-replies',
    level: 'strict',
  },
  'share-profile-on-apply': {
    key: 'labShareProfileOnApply',
    page: '/mypreferences/d/job-seeker/share-profile-with-job-applications',
    level: 'strict',
  },
  'microsoft-word': {
    key: 'labMicrosoftWord',
    page: '/mypreferences/d/settings/use-linkedin-data-in-microsoft-word',
    level: 'strict',
  },
  'signal-interest': {
    key: 'labSignalInterest',
    page: '/mypreferences/d/job-seeker/signal-recruiter-for-job-alerts',
    level: 'strict',
  },
  'page-visit-visibility': {
    key: 'labPageVisitVisibility',
    page: '/mypreferences/d/settings/page-visit-visibility',
    level: 'recommended',
  },
  'connections-visibility': {
    key: 'labConnectionsVisibility',
    page: '/mypreferences/d/settings/connections-visibility',
    level: 'recommended',
  },
  'email-visibility': {
    key: 'labEmailVisibility',
    page: '/mypreferences/d/settings/email-address-visibility',
    level: 'strict',
  },
  'email-export': {
    key: 'labEmailExport',
    page: '/mypreferences/d/settings/email-address-visibility',
    level: 'recommended',
  },
  'follow-visibility': {
    key: 'labFollowVisibility',
    page: '/mypreferences/d/settings/follower-insight-visibility',
    level: 'strict',
  },
  'representing-organizations': {
    key: 'labRepresentingOrganizations',
    page: '/mypreferences/d/settings/organization-and-interests',
    level: 'strict',
  },
  'export-by-page-owners': {
    key: 'labExportByPageOwners',
    page: '/mypreferences/d/settings/data-export-by-page-admins',
    level: 'recommended',
  },
  'profile-off-linkedin': {
    key: 'labProfileOffLinkedin',
    page: '/mypreferences/d/settings/profile-visibility-for-partners',
    level: 'recommended',
  },
  'discover-by-email': {
    key: 'labDiscoverByEmail',
    page: '/mypreferences/d/settings/discover-me-by-email-address',
    level: 'recommended',
  },
  'discover-by-phone': {
    key: 'labDiscoverByPhone',
    page: '/mypreferences/d/settings/discover-me-by-phone-number',
    level: 'recommended',
  },
  'active-status': {
    key: 'labActiveStatus',
    page: '/mypreferences/d/settings/manage-my-active-status',
    level: 'strict',
  },
  'share-profile-updates': {
    key: 'labShareProfileUpdates',
    page: '/mypreferences/d/settings/notify-network-for-updates',
    level: 'strict',
  },
  'mentions': {
    key: 'labMentions',
    page: '/mypreferences/d/settings/notify-me-when-mentioned',
    level: 'strict',
  },
  'news-mentions': {
    key: 'labNewsMentions',
    page: '/mypreferences/d/settings/notify-network-about-my-mentions',
    level: 'strict',
  },
};
