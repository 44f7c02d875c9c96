import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Player } from '../../../src/player/player.svelte.ts';
import {
  answerKey,
  belongsTo,
  bindingOf,
  createBindings,
  type KeyContext,
} from '../../../src/ui/keys/keys.ts';
import { toggle } from '../../../src/player/toggle.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { dayOf, THAW, THAW_TOLD } from '../../fixtures/shipped.ts';

const PLAIN = createBindings({ characters: true, controls: true, mirrored: false });

let player: Player;
let context: KeyContext;
beforeEach(() => {
  player = new Player(THAW);
  context = {
    player,
    showHelp: vi.fn(),
    toggleFullscreen: vi.fn(),
    clearSelection: vi.fn(() => {
      player.select(null);
      player.selectPerson(null);
    }),
  };
});
const press = (key: string, bindings = PLAIN) => bindingOf(key, bindings)?.act(context, key);
const day = (text: string) => THAW_TOLD.restAt(dayOf(THAW_TOLD, text));

describe('the keys', () => {
  it('each do one thing, and each has words in the help', () => {
    const keys = PLAIN.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { name } of PLAIN) expect(ENGLISH.keys[name]).toMatch(/\w/);
  });

  it('play and pause with space and K, as on every video player', () => {
    press(' ');
    expect(player.paused).toBe(false);
    press('k');
    expect(player.paused).toBe(true);
    toggle(player);
    expect(player.paused).toBe(false);
  });

  it('work with Shift or Caps Lock too', () => {
    expect(bindingOf('K', PLAIN)).toBe(bindingOf('k', PLAIN));
    expect(bindingOf('L', PLAIN)).toBe(bindingOf('l', PLAIN));
    expect(bindingOf('arrowleft', PLAIN)).toBeUndefined();
  });

  it.each([
    ['ArrowRight', '2018-06-13'],
    ['ArrowLeft', '2018-06-11'],
    ['l', '2018-06-22'],
    ['j', '2018-06-02'],
    ['.', '2018-06-19'],
    ['Home', '2017-09-19'],
  ])('%s goes from 12 June to %s', (key, expected) => {
    player.seekStep(dayOf(THAW_TOLD, '2018-06-12'));
    press(key);
    expect(player.currentTime).toBe(day(expected));
  });

  it('go to the event before with a comma, and to the end with End', () => {
    player.seekEvent('hanoi');
    press(',');
    expect(player.scene.latest?.event.id).toBe('second-summit-planned');
    press('End');
    expect(player.ended).toBe(true);
    press('ArrowRight');
    expect(player.ended).toBe(true);
  });

  it('jump by tenths with the digits', () => {
    press('5');
    expect(player.scene.step).toBe(Math.round(player.duration / 2));
    press('0');
    expect(player.currentTime).toBe(0);
  });

  it('walk through the speeds and stop at both ends', () => {
    const speedAfter = (key: string) => {
      press(key);
      return player.playbackRate;
    };
    expect(['>', '>', '>', '>'].map(speedAfter)).toEqual([1.5, 2, 4, 4]);
    expect(['<', '<', '<', '<', '<'].map(speedAfter)).toEqual([2, 1.5, 1, 0.5, 0.5]);
  });

  it('let go of a place with Escape, and take none up', () => {
    press('Escape');
    expect(player.selected).toBeNull();
    player.select('dmz');
    press('Escape');
    expect(player.selected).toBeNull();
    expect(context.clearSelection).toHaveBeenCalledOnce();
  });

  it('let go of a person with Escape before they stop the playing', () => {
    player.selectPerson('kim-jong-un');
    player.play();
    press('Escape');
    expect(player).toMatchObject({ selectedPerson: null, paused: false });
    expect(context.clearSelection).toHaveBeenCalledOnce();
    press('Escape');
    expect(player.paused).toBe(true);
  });

  it('stop the playing with Escape, but let go of the place before', () => {
    player.select('dmz');
    player.play();
    press('Escape');
    expect(player.paused).toBe(false);
    press('Escape');
    expect(player.paused).toBe(true);
  });

  it('show the help with ?, and fill the screen with f', () => {
    press('?');
    press('F');
    expect(context.showHelp).toHaveBeenCalledOnce();
    expect(context.toggleFullscreen).toHaveBeenCalledOnce();
  });

  it('mirror the arrows where the slider is mirrored; letters and stops follow time', () => {
    const mirrored = createBindings({ characters: true, controls: true, mirrored: true });
    player.seekStep(dayOf(THAW_TOLD, '2018-06-12'));
    press('ArrowLeft', mirrored);
    expect(player.currentTime).toBe(day('2018-06-13'));
    press('ArrowRight', mirrored);
    expect(player.currentTime).toBe(day('2018-06-12'));
    press('l', mirrored);
    expect(player.currentTime).toBe(day('2018-06-22'));
    press(',', mirrored);
    expect(player.currentTime).toBeLessThan(day('2018-06-22'));
  });

  it('are no characters but the space where a host page needs those itself', () => {
    const quiet = createBindings({ characters: false, controls: true, mirrored: false });
    expect(quiet.flatMap(({ keys }) => keys)).toEqual([
      ' ',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'Escape',
    ]);
    for (const key of ['k', 'j', 'l', '5', ',', '.', '<', '>', 'f', '?']) {
      expect(bindingOf(key, quiet)).toBeUndefined();
    }
  });

  it('are Escape alone where there is no bar that would show what they do', () => {
    const bare = createBindings({ characters: true, controls: false, mirrored: false });
    expect(bare.flatMap(({ keys }) => keys)).toEqual(['Escape']);
    player.play();
    press('Escape', bare);
    expect(player.paused).toBe(true);
  });

  it('leave every other key alone', () => {
    for (const key of ['a', 'Tab', 'Enter', 'PageDown', 'F5']) {
      expect(bindingOf(key, PLAIN)).toBeUndefined();
    }
  });
});

/** As much of an element as is asked: its name, its type, and whether it lies in something of a name. */
class Stand {
  readonly names: readonly string[];
  readonly type: string;
  constructor(names: readonly string[], type = '') {
    this.names = names;
    this.type = type;
  }
  closest(selectors: string): Stand | null {
    return selectors.split(', ').some((name) => this.names.includes(name)) ? this : null;
  }
}
class Input extends Stand {}

describe('a key belongs to the element that has the focus', () => {
  beforeEach(() => {
    vi.stubGlobal('Element', Stand);
    vi.stubGlobal('HTMLInputElement', Input);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const belongs = (element: Stand | null, key: string) =>
    belongsTo(element as unknown as EventTarget | null, key);

  it.each(['select', 'textarea', '[contenteditable]', 'dialog', 'video', 'audio'])(
    'wholly: %s',
    (name) => {
      for (const key of ['a', ' ', 'ArrowLeft']) {
        expect(belongs(new Stand([name]), key)).toBe(true);
      }
    },
  );

  it('to the map if it pans or zooms, else not', () => {
    for (const key of ['ArrowLeft', 'ArrowUp', '+', '-', '=']) {
      expect(belongs(new Stand(['canvas']), key)).toBe(true);
    }
    for (const key of [' ', '.', 'k', 'Escape']) {
      expect(belongs(new Stand(['canvas']), key)).toBe(false);
    }
  });

  it('wholly to a field that is written in', () => {
    expect(belongs(new Input([], 'text'), 'k')).toBe(true);
  });

  it('for its own keys to a slider, which leaves the rest to the player', () => {
    const slider = new Input([], 'range');
    const own = ['ArrowLeft', 'ArrowUp', 'Home', 'End', 'PageUp', 'PageDown'];
    expect(own.filter((key) => !belongs(slider, key))).toEqual([]);
    expect([' ', 'k', ',', '5'].filter((key) => belongs(slider, key))).toEqual([]);
  });

  it('for space to whatever space presses', () => {
    for (const name of ['button', 'a', 'summary']) {
      expect(belongs(new Stand([name]), ' ')).toBe(true);
      expect(belongs(new Stand([name]), 'k')).toBe(false);
    }
  });

  it('not to the page itself', () => {
    expect(belongs(new Stand(['div']), ' ')).toBe(false);
    expect(belongs(null, ' ')).toBe(false);
  });
});

describe('a keyboard of another script', () => {
  beforeEach(() => {
    vi.stubGlobal('Element', Stand);
    vi.stubGlobal('HTMLInputElement', Input);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  /** Presses a key. Returns whether the player has taken it. */
  const type = (more: Partial<Record<keyof KeyboardEvent, unknown>>, bindings = PLAIN) =>
    answerKey({ target: null, ...more } as unknown as KeyboardEvent, context, bindings);

  it('plays by the key of K, goes on by the full stop, helps by the question mark', () => {
    expect(type({ key: 'ㅏ', code: 'KeyK' })).toBe(true);
    expect(player.paused).toBe(false);
    expect(type({ key: 'л', code: 'KeyK' })).toBe(true);
    expect(player.paused).toBe(true);
    expect(type({ key: '。', code: 'Period' })).toBe(true);
    expect(player.currentTime).toBeGreaterThan(0);
    expect(type({ key: '٥', code: 'Digit5' })).toBe(true);
    expect(player.scene.step).toBe(Math.round(player.duration / 2));
    expect(type({ key: '؟', code: 'Slash' })).toBe(true);
    expect(context.showHelp).toHaveBeenCalledOnce();
  });

  it('does nothing while a letter or a word is composed, by any key', () => {
    for (const [key, code] of [
      ['ㅏ', 'KeyK'],
      ['k', 'KeyK'],
      [' ', 'Space'],
      ['ArrowRight', 'ArrowRight'],
      ['Escape', 'Escape'],
      ['Process', 'KeyK'],
    ]) {
      expect(type({ key, code, isComposing: true }), key).toBe(false);
    }
    expect(player.paused).toBe(true);
    expect(player.currentTime).toBe(0);
  });

  it('keeps the browser’s shortcuts, and the keys of the element that has the focus', () => {
    expect(type({ key: 'ㄹ', code: 'KeyF', ctrlKey: true })).toBe(false);
    expect(type({ key: 'л', code: 'KeyK', target: new Input([], 'text') })).toBe(false);
    const button = new Stand(['button']);
    expect(type({ key: '\u3000', code: 'Space', target: button })).toBe(false);
    expect(player.paused).toBe(true);
  });

  it('leaves single characters to a host page that asks for them', () => {
    const quiet = createBindings({ characters: false, controls: true, mirrored: false });
    expect(type({ key: 'ㅏ', code: 'KeyK' }, quiet)).toBe(false);
  });

  it('is heard where a Latin one says it: AZERTY and Dvorak have their letters elsewhere', () => {
    expect(type({ key: 'q', code: 'KeyA' })).toBe(false);
    expect(type({ key: 't', code: 'KeyK' })).toBe(false);
    expect(type({ key: 'k', code: 'KeyV' })).toBe(true);
    expect(type({ key: 'é', code: 'Digit2' })).toBe(false);
    expect(player.currentTime).toBe(0);
  });
});

describe('a key that is held down', () => {
  beforeEach(() => {
    vi.stubGlobal('Element', Stand);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  /** It goes down, and comes three times more; each is taken for a key, whatever it does. */
  const hold = (key: string) => {
    for (const repeat of [false, true, true, true]) {
      const event = { key, repeat, target: null } as unknown as KeyboardEvent;
      expect(answerKey(event, context, PLAIN)).toBe(true);
    }
  };

  it('plays or pauses but once, and does not flicker', () => {
    hold(' ');
    expect(player.paused).toBe(false);
    hold('k');
    expect(player.paused).toBe(true);
  });

  it('shows the help once, and fills the screen once', () => {
    hold('?');
    hold('f');
    expect(context.showHelp).toHaveBeenCalledOnce();
    expect(context.toggleFullscreen).toHaveBeenCalledOnce();
  });

  it('lets go of the place, but does not stop the playing as well', () => {
    player.select('dmz');
    player.play();
    hold('Escape');
    expect(player.selected).toBeNull();
    expect(player.paused).toBe(false);
  });

  it('leaves Escape to the host page where it would change nothing', () => {
    const answers = (): boolean =>
      answerKey({ key: 'Escape', target: null } as unknown as KeyboardEvent, context, PLAIN);
    expect(answers()).toBe(false);
    player.play();
    expect(answers()).toBe(true);
    expect(answers()).toBe(false);
  });

  it('goes on through the days with an arrow', () => {
    player.seekStep(dayOf(THAW_TOLD, '2018-06-12'));
    hold('ArrowRight');
    expect(player.currentTime).toBe(day('2018-06-16'));
  });
});
