/** The watch over the texts of a page that a translator may replace. */
export interface ReplacedTexts {
  /** Puts every replaced text back. Hydration needs that: it finds its texts by their place. */
  readonly restore: () => void;
  /** Ends the watch and leaves everything as it stands. */
  readonly stop: () => void;
}

/**
 * Lets a text change although a translator has replaced it. A translator takes the text node out of the page and puts
 * an element in its place. Svelte does not know that, and goes on writing into the text node, where nobody reads it.
 * So this remembers what stands in the place of each text. When something is written into the text, it puts the text
 * back. A text that does not change stays translated. `root` is a page's body or a shadow root.
 */
export function watchReplacedTexts(root: ParentNode & Node): ReplacedTexts {
  // Weak: what has left the page for good is not kept.
  const standIns = new WeakMap<Node, readonly ChildNode[]>();
  const originals = new WeakMap<Node, Text>();
  const restored = new WeakSet<Text>();
  let replaced = false;

  function putBack(text: Text): void {
    const [first, ...others] = (standIns.get(text) ?? []).filter(({ parentNode }) => parentNode);
    standIns.delete(text);
    first?.replaceWith(text);
    for (const other of others) other.remove();
  }

  /** Remembers that nodes stand where a text stood. Returns a text that must not stay away. */
  function remember({ old, nodes }: Replacement): Text | null {
    const text = originals.get(old) ?? (old instanceof Text ? old : null);
    if (!text) return null;
    const others = standIns.get(text)?.filter((node) => node !== old) ?? [];
    standIns.delete(text);
    // The translator has put it back itself.
    if (nodes.includes(text)) return null;
    replaced = true;
    standIns.set(text, [...others, ...nodes]);
    for (const node of nodes) originals.set(node, text);
    observer.observe(text, { characterData: true });
    // Svelte inserts before blank texts. Once: whoever replaces it again would do so for ever.
    if (!isBlank([text, ...nodes]) || restored.has(text)) return null;
    restored.add(text);
    return text;
  }

  /** A written text, if it is not seen. Inside of what replaced it, it is. */
  function away(text: Text): Text | null {
    const nodes = standIns.get(text);
    return nodes && !nodes.some((node) => node.contains(text)) ? text : null;
  }

  function follow(records: readonly MutationRecord[]): void {
    const returning = new Set<Text>();
    for (const change of changesIn(records)) {
      const text = change instanceof Text ? away(change) : remember(change);
      if (text) returning.add(text);
    }
    returning.forEach(putBack);
  }

  const observer = new MutationObserver(follow);
  // Texts too: the browser then tells also of what is written right after a text has gone.
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return {
    restore: () => {
      follow(observer.takeRecords());
      if (!replaced) return;
      for (const element of root.querySelectorAll('*')) {
        const text = originals.get(element);
        if (text && standIns.get(text)?.includes(element)) putBack(text);
      }
    },
    stop: () => observer.disconnect(),
  };
}

const isBlank = (nodes: readonly Node[]): boolean =>
  nodes.every(({ textContent }) => !textContent?.trim());

/** Nodes that stand where one stood before. */
interface Replacement {
  readonly old: Node;
  readonly nodes: readonly ChildNode[];
}

/**
 * What the records of one moment say, in order: texts that were written, and single nodes that were replaced. That is
 * done in one step, or others are put beside the node before it goes, or into its place right after. All other
 * coming and going is Svelte's own.
 */
function* changesIn(records: readonly MutationRecord[]): Generator<Text | Replacement> {
  /** By which record a node has come. */
  const arrivals = new Map<Node | null, MutationRecord>();
  let last: MutationRecord | undefined;
  for (const record of records) {
    const { target } = record;
    if (record.type === 'characterData') {
      if (target instanceof Text) yield target;
      continue;
    }
    const added = childrenIn(record.addedNodes);
    const [old, another] = record.removedNodes;
    if (old && !another) {
      const nodes = added.length > 0 ? added : besideOf(old, record, arrivals);
      if (nodes.length > 0) yield { old, nodes };
    }
    const [gone, more] = last?.removedNodes ?? [];
    if (!old && gone && !more && last && isSamePlace(last, record))
      yield { old: gone, nodes: added };
    for (const node of added) arrivals.set(node, record);
    last = record;
  }
}

const childrenIn = (nodes: NodeList): ChildNode[] => Array.from(nodes) as ChildNode[];

/** Whether words have gone and something has come into the very same place. */
const isSamePlace = (gone: MutationRecord, come: MutationRecord): boolean =>
  gone.addedNodes.length === 0 &&
  !isBlank(childrenIn(gone.removedNodes)) &&
  gone.target === come.target &&
  gone.previousSibling === come.previousSibling &&
  gone.nextSibling === come.nextSibling;

/** What was put directly before or after a node that now goes. */
function besideOf(
  old: Node,
  { previousSibling, nextSibling }: MutationRecord,
  arrivals: ReadonlyMap<Node | null, MutationRecord>,
): readonly ChildNode[] {
  const nodes = new Set<ChildNode>();
  let before = arrivals.get(previousSibling);
  while (before?.nextSibling === old) {
    const { size } = nodes;
    for (const node of childrenIn(before.addedNodes)) nodes.add(node);
    if (nodes.size === size) break;
    before = arrivals.get(before.previousSibling);
  }
  const after = arrivals.get(nextSibling);
  if (nodes.size === 0 && after?.previousSibling === old) return childrenIn(after.addedNodes);
  return [...nodes];
}
