/**
 * Parameters of addresses that say where a reader came from, whatever site they stand on.
 *
 * Only names that one campaign tool or network owns are listed: what may name a page anywhere
 * (`pid`, `cid`, `src`, `ref`, `source`) is left in the address, and two addresses of one text are
 * brought together by the text (`lib/archive/identity.ts`). Names are compared in lower case, with
 * `-` for `_`.
 */
const NAMES = new Set(
  // Advertising networks and their click numbers.
  (
    'gclid gclsrc gbraid wbraid dclid gad_source gad_campaignid srsltid msclkid yclid ysclid fbclid ttclid ' +
    'twclid li_fat_id scclid rdt_cid epik igshid igsh mibextid wickedid irclickid cjevent ' +
    // Newsletters and campaigns.
    'mc_cid mc_eid mkt_tok vero_id oly_enc_id oly_anon_id cmp cmpid ncid smid smtyp ito ocid icid cvid ' +
    'trk trkinfo s_cid s_kwcid ef_id wt.mc_id wt_mc rb_clickid __twitter_impression __s spm scm ' +
    // Facebook, Twitter and others, when a link is shared.
    'fb_action_ids fb_action_types fb_ref fb_source action_object_map action_type_map ref_src ref_url ' +
    'openexternalbrowser twitter_impression linkid share_id ' +
    // Japanese publishers and portals.
    'n_cid n_tw iref unlock cxrecs_s rsslink ' +
    // Analytics.
    '_ga _gl _hsenc _hsmi __hstc __hssc __hsfp hsctatracking _openstat'
  ).split(' '),
)
const FAMILIES =
  /^(utm|at|hsa|pk|mtm|matomo|piwik|itm|stm|ns|sc|aff_sub)_(source|medium|campaign|term|content|id|name|keyword|kwd|placement|creative|cid|acc|cam|grp|ad|src|tgt|kw|mt|net|ver|channel|mchannel|fee|custom\d+|recipient_id|recipient_list|ptr_name|link|format|emailtype)$|^utm_/

/** Whether a parameter of this name only tells where a reader came from. */
export const isTracking = (name: string): boolean => {
  const folded = name.toLowerCase().replace(/-/g, '_')
  return NAMES.has(folded) || FAMILIES.test(folded)
}
