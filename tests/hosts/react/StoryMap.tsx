'use client';

import { createPlayer, formatFault, loadStory, mount } from 'parley-map';
import { useEffect, useRef } from 'react';

async function show(target: HTMLElement, address: string) {
  const read = await loadStory(address);
  if (!read.ok)
    throw new Error(read.faults.map((fault) => formatFault(fault, 'story.json')).join('\n'));
  return mount(target, { player: createPlayer(read.story) });
}

export function StoryMap({ story }: { story: string }) {
  const target = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!target.current) return;
    const mounted = show(target.current, story);
    return () => void mounted.then(({ unmount }) => unmount());
  }, [story]);
  return <div ref={target} />;
}
