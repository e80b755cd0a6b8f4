import type { CaseDetail } from '../api/types.ts';
import { Nationality } from './nationality.tsx';
import { Tracing } from './tracing.tsx';

/** Children alone or on the move: who they are without, how the search goes, and what few may know. */
export default function StatusPart({ detail }: { detail: CaseDetail }) {
  return (
    <>
      <Tracing caseId={detail.id} />
      <Nationality caseId={detail.id} />
    </>
  );
}
