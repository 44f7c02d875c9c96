import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Article from './article.mdx';

createRoot(document.querySelector('#root')).render(createElement(Article));
