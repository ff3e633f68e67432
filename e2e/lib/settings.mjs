/** The settings that the tests speak of, with LinkedIn's own key and page of each; the lab serves the same ones. */

/** @typedef {keyof typeof SETTINGS} Id */

const at = (/** @type {string} */ key, /** @type {string} */ page) => ({ key, page: `/mypreferences/d/${page}` });

export const SETTINGS = {
  'ai-training': at('allowDataForGenerativeAI', 'settings/data-for-ai-improvement'),
  'research': at('allowAnonymizedDataResearch', 'settings/policy-and-academic-research'),
  'promotions': at('allowProfileAndActivityDataForMarketingAds', 'settings/linkedin-promotions'),
  'promotion-emails': at('tipsForUsingLinkedinViaEmail', 'settings/linkedin-promotions'),
  'non-essential-cookies': at('nonEssentialCookieConsent', 'member-cookies'),
  'ads-off-linkedin': at('allowLinkedInAudienceNetwork', 'settings/ads-beyond-linkedin'),
  'ads-data-from-others': at('allowUseOfThirdPartyData', 'settings/ads-interactions-with-business'),
  'ads-measure-success': at('allowConversionTrackings', 'settings/ads-related-actions'),
  'ads-share-with-partners': at('shareDataWithTrustedPartners', 'settings/share-data-with-select-partners'),
  'ads-inferred-location': at('allowIpToPersonalizeAds', 'settings/ads-inferred-location'),
  'ads-interests': at('adsPrivacyAllowInterestsAndBehaviors', 'interest-categories'),
  'ads-age': at('allowAdsByAge', 'settings/ads-by-age'),
  'ads-gender': at('allowAdsByGender', 'settings/ads-by-gender'),
};

export const ALL = /** @type {Id[]} */ (Object.keys(SETTINGS));

/** What the level "essential" plans in the United States. */
export const ESSENTIAL = /** @type {Id[]} */ ([
  'ai-training',
  'ads-off-linkedin',
  'ads-data-from-others',
  'ads-measure-success',
  'ads-share-with-partners',
]);

/**
 * The outcomes of a run in which each setting was on and went off. Outside Europe LinkedIn turns the sharing with
 * partners off together with the ads off LinkedIn, so a run finds it off already.
 * @param {Id[]} ids
 * @param {Partial<Record<Id, string>>} [others] what is expected of some of them instead
 * @returns {Record<string, string>}
 */
export function turnedOff(ids, others = {}) {
  return Object.fromEntries(ids.map((id) => [id, others[id] ?? (id === 'ads-share-with-partners' ? 'already-off' : 'turned-off')]));
}

/**
 * @param {import('./session.mjs').State} state
 * @param {Id[]} ids
 * @returns {Record<string, string | undefined>} the outcome of each of these settings
 */
export function outcomes({ settings }, ids) {
  return Object.fromEntries(ids.map((id) => [id, settings[id]?.outcome]));
}

/**
 * @param {import('./lab.mjs').LabState} lab
 * @param {Id[]} ids
 * @returns {Id[]} those of them that are on on the server
 */
export const onAtTheServer = ({ settings }, ids) => ids.filter((id) => settings[SETTINGS[id].key]);

/**
 * @param {import('./lab.mjs').LabState} lab
 * @param {Id} id
 * @returns {number} how often its page was loaded
 */
export const loads = ({ log }, id) => log.filter(({ kind, path }) => kind === 'page' && path === SETTINGS[id].page).length;
