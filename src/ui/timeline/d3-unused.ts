/**
 * Stands in the built page for d3-color, d3-format and d3-time-format, which d3-scale brings along for
 * scales of colours and for tick labels. The timeline's scales run from numbers to numbers and Intl words
 * its labels, so nothing of them is ever used; left in, they would be 9 kB gzip of every reader's download.
 */
const refuse = (): never => {
  throw new Error('The timeline has no scales of colours and no labels by d3.');
};

/** A scale makes its label formats when it is made, and calls them only for labels. */
const makeRefusal = () => refuse;

export { makeRefusal as format, makeRefusal as timeFormat, makeRefusal as utcFormat };
export {
  refuse as color,
  refuse as cubehelix,
  refuse as formatPrefix,
  refuse as formatSpecifier,
  refuse as hcl,
  refuse as hsl,
  refuse as lab,
  refuse as precisionFixed,
  refuse as precisionPrefix,
  refuse as precisionRound,
  refuse as rgb,
};
