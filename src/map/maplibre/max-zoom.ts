/** The land is right to about 1 km; closer than this zoom the map would pretend to more, so it stops. */
export const MAX_ZOOM = 9;
