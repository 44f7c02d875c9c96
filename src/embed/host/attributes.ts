/** Attributes that a `state` sums up in one text. */
export const MOMENT = ['date', 'event-id', 'speed'];
/** Attributes whose change moves the map that is there, by a call of that name. */
export const MOVES = [...MOMENT, 'place-id', 'state', 'theme'];
/** Attributes that are on or off: an empty one is on, `0` is off. */
export const FLAGS = ['autoplay', 'loop', 'keyboard'];
/** Attributes that the frame's page reads once, so that another value needs another frame. */
export const READ_ONCE = [...FLAGS, 'motion', 'lang', 'src'];

/** All attributes of `<parley-map>`. The README's table lists the same. */
export const ATTRIBUTES = [...MOVES, ...READ_ONCE, 'loading', 'label', 'height'];
