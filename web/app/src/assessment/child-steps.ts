import type { RootNode } from '@getodk/xforms-engine';
import { children, nodeName, type FormNode } from './engine.ts';

/** The worker's own part of a form: when it was, who was there, what came out. */
const OF_THE_WORKER = /^(notice|conducted_on|result|worker(_.*)?)$/;

/** What a child is shown, one after the other. */
export function childSteps(root: RootNode): FormNode[] {
  return stepsIn(children(root));
}

function stepsIn(nodes: readonly FormNode[]): FormNode[] {
  return nodes.flatMap((node): FormNode[] => {
    if (!node.currentState.relevant || OF_THE_WORKER.test(nodeName(node))) return [];
    switch (node.nodeType) {
      case 'model-value':
        return [];
      case 'group':
        return stepsIn(children(node));
      case 'note':
        // A number that the form worked out is no question to a child.
        return node.valueType === 'string' ? [node] : [];
      default:
        return node.currentState.readonly ? [] : [node];
    }
  });
}
