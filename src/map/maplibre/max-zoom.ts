/** The basemap is accurate to about 1 km. A higher zoom would suggest more accuracy. */
export const MAX_ZOOM = 9;
