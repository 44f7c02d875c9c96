'use client';

import 'parley-map/element';
import { useRef, useState } from 'react';
import { StoryMap } from './StoryMap';

export function App() {
  const [isShown, setShown] = useState(true);
  const element = useRef<HTMLElementTagNameMap['parley-map']>(null);
  return (
    <main>
      <button id="toggle" onClick={() => setShown(!isShown)}>
        Show or hide the map
      </button>
      {isShown && <StoryMap story="/story.json" />}
      <button id="next-in-frame" onClick={() => void element.current?.next()}>
        Next event in the frame
      </button>
      {isShown && <parley-map ref={element} src="/maps/" date="2018-06-12" loading="eager" />}
    </main>
  );
}
