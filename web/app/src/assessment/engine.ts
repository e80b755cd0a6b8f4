import type { AnyNode, RootNode } from '@getodk/xforms-engine';
import type { Language } from '../i18n/languages.ts';

export type FormNode = AnyNode;

/** One form being filled in: the engine keeps the answers and the logic, the page only shows them. */
export interface OpenForm {
  root: RootNode;
  subscribe: (listener: () => void) => () => void;
  /** Grows with every change the engine makes. */
  version: () => number;
}

/** The engine is heavy and comes only when somebody assesses. */
export async function openForm(xml: string, language: Language): Promise<OpenForm> {
  const { createInstance } = await import('@getodk/xforms-engine');
  const changes = new Changes();
  const instance = await createInstance(xml, {
    instance: { stateFactory: (state: object) => changes.watch(state) },
  });
  const root = instance.root as unknown as RootNode;
  setFormLanguage(root, language);
  return { root, subscribe: changes.subscribe, version: changes.version };
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

  private changed(): void {
    this.count += 1;
    if (!this.told) return;
    this.told = false;
    queueMicrotask(() => {
      this.told = true;
      this.listeners.forEach((listener) => listener());
    });
  }
}

/** Forms name their languages "ur" or "Urdu (ur)". */
export function setFormLanguage(root: RootNode, language: Language): void {
  const wanted = root.languages.find(
    (one) => one.language === language || one.language.endsWith(`(${language})`),
  );
  if (wanted !== undefined && wanted.isSyntheticDefault !== true) root.setLanguage(wanted);
}

export function nodeName(node: FormNode): string {
  return node.currentState.reference.split('/').at(-1) ?? '';
}

export function children(node: FormNode | RootNode): FormNode[] {
  return (node.currentState.children ?? []) as unknown as FormNode[];
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

/** The day the person says it happened, when the form asks for it. */
export function answeredDay(root: RootNode, name: string): string | undefined {
  const node = children(root).find((child) => nodeName(child) === name);
  const value = node !== undefined && 'instanceValue' in node.currentState ? node.currentState.instanceValue : '';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
