import type { AnyNode, FormInstanceConfig, RootNode } from '@getodk/xforms-engine';
import type { Language } from '../i18n/languages.ts';
import { fill, modelIn } from './instance.ts';

export type FormNode = AnyNode;
export type RepeatNode = Extract<FormNode, { nodeType: `repeat-range:${string}` }>;

/** One form being filled in: the engine keeps the answers and the logic, the page only shows them. */
export interface OpenForm {
  root: RootNode;
  subscribe: (listener: () => void) => () => void;
  /** Grows with every change the engine makes. */
  version: () => number;
  /** Questions in whose field stands what cannot be read as an answer: "ten" for a number. */
  unreadable: Unreadable;
}

/**
 * A form to be opened, once or several times. The engine is heavy and comes only when somebody assesses.
 * With answers that were kept, it goes on from them.
 */
export async function loadedForm(xml: string): Promise<(language: Language, kept?: string) => Promise<OpenForm>> {
  const { loadForm } = await import('@getodk/xforms-engine');
  const loaded = await loadForm(xml);
  if (loaded.status === 'failure') throw loaded.error;
  return async (language, kept) => {
    const changes = new Changes();
    const config = { stateFactory: (state: object) => changes.watch(state) } as FormInstanceConfig;
    const instance =
      kept === undefined ? loaded.createInstance(config) : await loaded.restoreInstance({ data: [instanceData(kept)] as never }, config);
    const root = instance.root as unknown as RootNode;
    setFormLanguage(root, language);
    const unreadable = new Unreadable(() => changes.changed());
    return { root, subscribe: changes.subscribe, version: changes.version, unreadable };
  };
}

export async function openForm(xml: string, language: Language, kept?: string): Promise<OpenForm> {
  return (await loadedForm(xml))(language, kept);
}

function instanceData(xml: string): FormData {
  const data = new FormData();
  data.set('xml_submission_file', new File([xml], 'xml_submission_file', { type: 'text/xml' }));
  return data;
}

/** Tells React that something changed, once for all changes of one turn. */
class Changes {
  private readonly listeners = new Set<() => void>();
  private count = 0;
  private told = true;

  watch<T extends object>(state: T): T {
    return new Proxy(state, {
      set: (target, name, value) => {
        Reflect.set(target, name, value);
        this.changed();
        return true;
      },
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly version = (): number => this.count;

  changed(): void {
    this.count += 1;
    if (!this.told) return;
    this.told = false;
    queueMicrotask(() => {
      this.told = true;
      this.listeners.forEach((listener) => listener());
    });
  }
}

class Unreadable {
  private readonly nodes = new Set<string>();
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  has(node: FormNode): boolean {
    return this.nodes.has(node.nodeId);
  }

  mark(node: FormNode, unreadable: boolean): void {
    if (unreadable === this.nodes.has(node.nodeId)) return;
    if (unreadable) this.nodes.add(node.nodeId);
    else this.nodes.delete(node.nodeId);
    this.changed();
  }

  /** Only what is asked can hold anybody up. */
  count(root: RootNode): number {
    return this.nodes.size === 0 ? 0 : questions(root).filter((node) => this.has(node)).length;
  }
}

/** Forms name their languages "ur" or "Urdu (ur)". */
export function setFormLanguage(root: RootNode, language: Language): void {
  const wanted = root.languages.find(
    (one) => one.language === language || one.language.endsWith(`(${language})`),
  );
  if (wanted !== undefined && wanted.isSyntheticDefault !== true) root.setLanguage(wanted);
}

/** The node's place: /data/household/member[2]/age. */
export function place(node: FormNode | RootNode): string {
  return node.currentState.reference;
}

export function nodeName(node: FormNode): string {
  return place(node).split('/').at(-1)?.replace(/\[\d+\]$/, '') ?? '';
}

export function children(node: FormNode | RootNode): FormNode[] {
  return (node.currentState.children ?? []) as unknown as FormNode[];
}

/** Every leaf under a node, asked or not, in the order of the form. */
export function leaves(node: FormNode | RootNode): FormNode[] {
  return children(node).flatMap((child) => (child.currentState.children === null ? [child] : leaves(child)));
}

const ASKED: readonly string[] = ['input', 'select', 'range', 'trigger'];

/** What is asked now: relevant, and somebody's to answer. */
export function questions(node: FormNode | RootNode): FormNode[] {
  return children(node).flatMap((child) => {
    if (!child.currentState.relevant) return [];
    if (child.currentState.children !== null) return questions(child);
    return ASKED.includes(child.nodeType) && !child.currentState.readonly ? [child] : [];
  });
}

export function valueOf(node: FormNode): string {
  return 'instanceValue' in node.currentState ? node.currentState.instanceValue : '';
}

export interface Progress {
  answered: number;
  asked: number;
}

export function progressOf(root: RootNode): Progress {
  const asked = questions(root);
  return { answered: asked.filter((node) => valueOf(node) !== '').length, asked: asked.length };
}

export interface Violation {
  nodeId: string;
  text: string | undefined;
}

/** What still keeps the form from being sent, in the order of the form. */
export function violations(root: RootNode): Violation[] {
  return root.validationState.violations.map((found) => ({
    nodeId: found.nodeId,
    text: found.violation.message?.asString,
  }));
}

/** The instance as XML, or undefined while something in it is not valid. */
export async function submissionOf(root: RootNode): Promise<string | undefined> {
  const payload = await root.prepareInstancePayload();
  if (payload.status !== 'ready') return undefined;
  return payload.data[0].get('xml_submission_file').text();
}

/** The answers as they are, complete or not. */
export function draftOf(root: RootNode): string {
  return root.instanceState.instanceXML;
}

/** The day the person says it happened, when the form asks for it. */
export function answeredDay(root: RootNode, name: string): string | undefined {
  const node = children(root).find((child) => nodeName(child) === name);
  const value = node === undefined ? '' : valueOf(node);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

export interface Evaluated {
  /** Every leaf that has a value, by its place. */
  values: Record<string, string>;
  /** Places of the answers that break a rule of the form. */
  violations: string[];
}

/** What this engine makes of sets of answers, each by place; in every language, which must change nothing. */
export async function evaluate(xml: string, sets: readonly Record<string, string>[], languages: readonly Language[]): Promise<Evaluated[][]> {
  const open = await loadedForm(xml);
  const [first = 'en'] = languages;
  const blank = draftOf((await open(first)).root);
  const model = modelIn(xml);
  const all: Evaluated[][] = [];
  for (const answers of sets) {
    const { root } = await open(first, fill(blank, answers, model));
    all.push(
      languages.map((language) => {
        setFormLanguage(root, language);
        return {
          values: Object.fromEntries(leaves(root).filter((node) => valueOf(node) !== '').map((node) => [plain(place(node)), valueOf(node)])),
          violations: root.validationState.violations.map((found) => plain(found.reference)),
        };
      }),
    );
  }
  return all;
}

/** A first instance needs no number: golden answers name it without. */
function plain(reference: string): string {
  return reference.replaceAll('[1]', '');
}
