/** Attributes that `state` replaces: it holds all of them in one text. */
export const MOMENT_ATTRIBUTES = ['date', 'event-id', 'speed'];
/** A change of one of these calls the map's method of that name. */
export const LIVE_ATTRIBUTES = [...MOMENT_ATTRIBUTES, 'place-id', 'person-id', 'state', 'theme'];
/** Flags, which `isOn` reads. */
export const BOOLEAN_ATTRIBUTES = ['autoplay', 'loop', 'keyboard'];
/** The page in the frame reads these once, so a change of one loads a new frame. */
export const RELOAD_ATTRIBUTES = [...BOOLEAN_ATTRIBUTES, 'motion', 'lang', 'story', 'src'];

/** All attributes of `<parley-map>`. A test compares them with the table in the README. */
export const ATTRIBUTES = [...LIVE_ATTRIBUTES, ...RELOAD_ATTRIBUTES, 'loading', 'label', 'height'];
