/** When the events with a known minute began, by Greenwich. */
export const INSTANTS: Readonly<Record<string, string>> = {
  'hwasong-15': '2017-11-28T18:17Z',
  closing: '2018-02-25T11:00Z',
  'three-americans': '2018-05-09T11:42Z',
  'panmunjom-2': '2018-05-26T06:00Z',
  singapore: '2018-06-12T01:04Z',
  'singapore-statement': '2018-06-12T05:40Z',
  'liaison-office': '2018-09-14T01:30Z',
  'trump-moon-ny': '2018-09-24T18:45Z',
  korus: '2018-09-24T20:10Z',
  'article-002': '2018-09-25T14:48Z',
  'gp-blown': '2018-11-20T06:00Z',
  groundbreaking: '2018-12-26T01:00Z',
  'new-year-2019': '2019-01-01T00:00Z',
  'kyc-arrives': '2019-01-17T23:30Z',
  'wh-2019-01': '2019-01-18T17:15Z',
  'second-summit-announced': '2019-01-18T19:25Z',
};
