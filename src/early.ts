// In the head of every page, before anything of it is drawn (`geo/build/early-plugin.ts`).
import './ui/first-looks.ts';
