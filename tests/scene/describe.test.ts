import { describe, expect, it } from 'vitest';
import {
  describeDate,
  describeEvent,
  describePlace,
  tellMoment,
  type SceneWords,
} from '../../src/scene/describe.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { createScenes } from '../fixtures/scenes.ts';
import { ARABIC } from '../../src/ui/words/ar.ts';
import { ENGLISH } from '../../src/ui/words/en.ts';
import { KOREAN } from '../../src/ui/words/ko.ts';
import { CHINESE } from '../../src/ui/words/zh-Hans.ts';
import { dayOf, momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';

const scenes = createScenes(THAW, THAW_TOLD);
const onDay = (day: string) =>
  scenes({ currentTime: THAW_TOLD.restAt(dayOf(THAW_TOLD, day)), selected: null });
const tellIn = (words: SceneWords, scene: Scene) =>
  tellMoment(scene, THAW, words)
    .map(({ text }) => text)
    .join(words.stop);
const tell = (day: string) => tellIn(ENGLISH, onDay(day));

function placeOn(day: string, id: string): string {
  const mark = onDay(day).places.find(({ place }) => place.id === id);
  if (!mark) throw new Error(`No mark for ${id}`);
  return describePlace(mark, THAW, ENGLISH);
}

describe('a moment in one line', () => {
  it('says the date, what happens, and which event of how many', () => {
    expect(tell('2018-06-12')).toBe(
      '12 June 2018. Singapore: Trump and Kim sign a joint statement on denuclearisation. ' +
        'Event 29 of 71',
    );
    expect(tell('2017-09-19')).toBe(
      '19 September 2017. New York: ' +
        'Trump threatens North Korea in his first speech to the United Nations. Event 1 of 71',
    );
  });

  it('says on a day without an event how far the story has come', () => {
    expect(tell('2018-06-14')).toBe('14 June 2018. After event 29 of 71');
    expect(tell('2018-06-15')).toBe('15 June 2018. After event 29 of 71');
  });

  it('does not give what still goes on the number of what began last', () => {
    // The Games are the seventh event; on their 20th of February ten have begun.
    expect(tell('2018-02-20')).toBe(
      '20 February 2018. Pyeongchang: ' +
        'The Winter Olympics in South Korea, with North Korea taking part. After event 10 of 71',
    );
  });

  it('says of an event which language it is told in, where the page is in another', () => {
    const languages = (words: SceneWords) =>
      tellMoment(onDay('2018-06-12'), THAW, words).map(({ lang }) => lang);
    expect(languages(ARABIC)).toEqual([undefined, 'en', undefined]);
    expect(languages(KOREAN)).toEqual([undefined, undefined, undefined]);
  });

  it('ends at the last event', () => {
    expect(tell('2019-02-28')).toMatch(/^28 February 2019\. .* of 71$/);
    expect(onDay('2019-02-28').begun).toBe(71);
  });

  it('is told in each language by its own signs and order', () => {
    const scene = onDay('2018-06-14');
    expect(tellIn(KOREAN, scene)).toBe('2018년 6월 14일. 전체 71건 중 29번째 사건 이후');
    expect(tellIn(CHINESE, scene)).toBe('2018年6月14日。共71个事件，第29个之后');
    expect(tellIn(ARABIC, scene)).toBe('14 يونيو 2018. بعد الحدث 29 من أصل 71');
  });

  it('has the date as its heading, as finely as it is known', () => {
    expect(describeDate(onDay('2018-09-19'), ENGLISH)).toBe('19 September 2018');
    const localTime = Date.parse('2010-01-01');
    const headings = (['day', 'month', 'year', 'decade'] as const).map((precision) =>
      describeDate({ localTime, precision }, ENGLISH),
    );
    expect(headings).toEqual(['1 January 2010', 'January 2010', '2010', '2010s']);
  });
});

describe('an event in one line', () => {
  const tellEvent = (id: string) => describeEvent(momentOf(THAW_TOLD, id).event, THAW, ENGLISH);

  it('begins with the place, unless its title names it or it has none', () => {
    expect(tellEvent('pyongyang-declaration')).toBe('Moon and Kim sign the Pyongyang Declaration');
    expect(tellEvent('cma')).toBe(
      'Pyongyang: Defence ministers agree to disarm parts of the border',
    );
    expect(tellEvent('second-summit-planned')).toBe(
      'A second summit is expected in late February, place still open',
    );
  });
});

describe('a place’s button', () => {
  it('begins with the name that is seen, then counts', () => {
    expect(placeOn('2018-06-11', 'singapore')).toBe('Singapore, 2 events, 0 so far');
    expect(placeOn('2018-06-12', 'singapore')).toBe('Singapore, 2 events, 2 so far');
  });

  it('counts one event as one', () => {
    expect(placeOn('2019-02-28', 'hanoi')).toBe('Hanoi, 1 event, 1 so far');
  });
});
