// Generated from the rule table by "go run ./scripts/docs". Do not edit: change internal/rules instead.

/** What Offswitch clicks: LinkedIn's own key, the page and the level of each setting. The lab serves the same ones. */

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
};
