import type { RootNode } from '@getodk/xforms-engine';
import { children, questions, valueOf, type FormNode } from './engine.ts';

/** What is shown together: a group of the form, or the questions that stand in none. */
export interface Section {
  id: string;
  title: string | undefined;
  nodes: FormNode[];
  answered: number;
  asked: number;
}

/** A form with fewer questions is one page. */
const ONE_PAGE = 24;

export function sectionsOf(root: RootNode): Section[] {
  const all = children(root).filter(visible);
  if (questions(root).length <= ONE_PAGE) return [section(all, undefined)];
  const sections: FormNode[][] = [];
  let loose: FormNode[] | undefined;
  for (const node of all) {
    if (node.nodeType === 'group' && node.currentState.label !== null) {
      sections.push([node]);
      loose = undefined;
    } else if (loose === undefined) {
      loose = [node];
      sections.push(loose);
    } else {
      loose.push(node);
    }
  }
  return sections.map((nodes) => section(nodes, nodes[0]?.nodeType === 'group' ? nodes[0].currentState.label?.asString : undefined));
}

function visible(node: FormNode): boolean {
  if (!node.currentState.relevant || node.nodeType === 'model-value') return false;
  return node.nodeType !== 'group' || children(node).some(visible);
}

function section(nodes: FormNode[], title: string | undefined): Section {
  const asked = nodes.flatMap((node) => (node.currentState.children === null ? alone(node) : questions(node)));
  return {
    id: nodes[0]?.nodeId ?? 'whole',
    title,
    nodes,
    asked: asked.length,
    answered: asked.filter((node) => valueOf(node) !== '').length,
  };
}

function alone(node: FormNode): FormNode[] {
  return ['input', 'select', 'range', 'trigger'].includes(node.nodeType) && !node.currentState.readonly ? [node] : [];
}
