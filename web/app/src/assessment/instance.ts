/** The answers of a form as its XML instance: read and written by place, /data/household/member[2]/age. */

function parsed(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  if (document.getElementsByTagName('parsererror').length > 0) throw new Error('not an instance');
  return document;
}

interface Step {
  name: string;
  position: number;
}

function steps(place: string): Step[] {
  return place
    .split('/')
    .slice(1)
    .map((step) => {
      const found = /^([^[]+)(?:\[(\d+)\])?$/.exec(step);
      return { name: found?.[1] ?? step, position: Number(found?.[2] ?? 1) };
    });
}

function named(parent: Element, name: string): Element[] {
  return [...parent.children].filter((child) => child.localName === name);
}

/** The node at a place; further instances of a repeat are made from the one before, the first from the model. */
function at(document: Document, place: string, model: Document | undefined): Element | undefined {
  const [, ...inside] = steps(place);
  let node: Element = document.documentElement;
  let shape: Element | undefined = model?.documentElement;
  for (const { name, position } of inside) {
    const found = named(node, name);
    shape = shape === undefined ? undefined : named(shape, name)[0];
    if (found.length === 0 && shape !== undefined) {
      const first = document.importNode(shape, true);
      clear(first);
      node.append(first);
      found.push(first);
    }
    const last = found.at(-1);
    if (last === undefined) return undefined;
    for (let made = found.length; made < position; made++) {
      const copy = last.cloneNode(true) as Element;
      clear(copy);
      found.at(-1)?.after(copy);
      found.push(copy);
    }
    node = found[position - 1] as Element;
  }
  return node;
}

function clear(node: Element): void {
  if (node.children.length === 0) node.textContent = '';
  else [...node.children].forEach(clear);
}

/**
 * The instance with these answers in it; a place the form does not have is an error.
 * The model is an instance of the same form that has what this one may lack: what is not asked yet, the first of a repeat.
 */
export function fill(xml: string, answers: Record<string, string>, model?: string): string {
  const document = parsed(xml);
  const shape = model === undefined ? undefined : parsed(model);
  for (const [place, value] of Object.entries(answers)) {
    const node = at(document, place, shape);
    if (node === undefined) throw new Error(`no such node: ${place}`);
    node.textContent = value;
  }
  return new XMLSerializer().serializeToString(document);
}

/** The instance as the form itself has it, with every node and one of each repeat. */
export function modelIn(form: string): string {
  const instance = parsed(form).getElementsByTagNameNS('http://www.w3.org/2002/xforms', 'instance')[0]?.firstElementChild;
  if (instance === null || instance === undefined) throw new Error('a form without an instance');
  return new XMLSerializer().serializeToString(instance);
}

/** Every leaf by its place; what is blank, and the form's own marks, are left out. */
export function answersIn(xml: string): Record<string, string> {
  const answers: Record<string, string> = {};
  if (xml === '') return answers;
  const walk = (node: Element, place: string) => {
    const all = [...node.children];
    if (all.length === 0) {
      const value = node.textContent ?? '';
      if (value !== '') answers[place] = value;
      return;
    }
    for (const child of all) {
      if (child.localName === 'meta') continue;
      const same = all.filter((one) => one.localName === child.localName);
      const before = same.indexOf(child);
      walk(child, `${place}/${child.localName}${before === 0 ? '' : `[${before + 1}]`}`);
    }
  };
  const { documentElement } = parsed(xml);
  walk(documentElement, `/${documentElement.localName}`);
  return answers;
}
