import { mount } from 'svelte';
import type { PeerData } from '../../peers.ts';
import Slider from './Slider.svelte';

const target = document.getElementById('map');
const data = document.getElementById('data')?.textContent;
if (!target || !data) throw new Error('The page has no place for the map, or no data.');
mount(Slider, { target, props: JSON.parse(data) as PeerData });
