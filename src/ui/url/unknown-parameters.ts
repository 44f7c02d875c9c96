import { didYouMean } from '../../story/parse/faults/did-you-mean.ts';
import { PARAMETERS } from './parameters.ts';

/**
 * Names that others put on every address, and that are no mistake: of campaigns (Google, Matomo, HubSpot, Mailchimp, …),
 * of clicks (`fbclid`, `gclid`, …), of where a reader comes from, and of pym.js.
 */
const OF_OTHERS =
  /^(?:utm|mtm_|pk_|hsa_|_hs|mc_|mkt_|fb_|at_|_ga|_gl|vero_|oly_|amp)|clk?id$|clsrc$|^(?:gbraid|wbraid|igsh(?:id)?|ref|ref_src|referrer|source|campaign|cmp|cmpid|cid|s_cid|smid|initialWidth|parentTitle|parentUrl)$/i;

/** Longer names are cut off in a message. None of ours is. */
const MAX_NAME = 40;

/** The names of a query that this page does not read and nobody else is known to use, each once. */
export const unknownParameters = (search: string): readonly string[] =>
  [...new Set(new URLSearchParams(search).keys())].filter(
    (name) => !Object.hasOwn(PARAMETERS, name) && !OF_OTHERS.test(name),
  );

/** Tells authors on the console which parameters are ignored, and what they may have meant. */
export function warnOfUnknownParameters(search: string): void {
  for (const name of unknownParameters(search)) {
    const guess = didYouMean(name, Object.keys(PARAMETERS));
    const quoted = JSON.stringify(name.slice(0, MAX_NAME));
    console.warn(`The URL parameter ${quoted} is not known and is ignored.${guess}`);
  }
}
