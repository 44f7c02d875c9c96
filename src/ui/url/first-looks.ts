import { applyLooks, namesMoment, readLooks } from './display-settings.ts';

/*
 * What the address asks of the very first picture. A script of the old kind, in the head: a module comes after what
 * the server has written is drawn, light where it should be dark, and telling of another moment.
 */
const { documentElement: root } = document;
const { search } = location;
// Only the page for frames says in its HTML what it looks like.
applyLooks(root, readLooks(search, 'theme' in root.dataset || window.top !== window.self));
if (namesMoment(search)) root.dataset['elsewhere'] = '';
