const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. Strings become text nodes, so data is never read as HTML.
 * `on` holds listeners; null, undefined and false are left out.
 */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else if (name === 'value') {
      node.value = value;
    } else {
      node.setAttribute(name === 'class' ? 'class' : name, value === true ? '' : String(value));
    }
  }
  node.append(
    ...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return node;
}

let lastId = 0;

export function nextId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Puts `nodes` in this order while leaving those in place that already stand right, so focus stays. */
export function arrange(container, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...container.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (container.children[index] !== node) {
      container.insertBefore(node, container.children[index] ?? null);
    }
  });
}

/** Marks a control busy while `work` runs and swallows nothing: the answer is handed back. */
export async function whileBusy(node, work) {
  node?.setAttribute('aria-busy', 'true');
  try {
    return await work();
  } finally {
    node?.removeAttribute('aria-busy');
  }
}
