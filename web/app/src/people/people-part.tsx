import type { CaseDetail } from '../api/types.ts';
import { CaseLinks } from './case-links.tsx';
import { Persons } from './persons.tsx';
import { SafePlaces } from './safe-places.tsx';

/** Whom the child lives with, trusts and fears, where they can go, and whose case belongs to theirs. */
export default function PeoplePart({ detail }: { detail: CaseDetail }) {
  return (
    <>
      <Persons caseId={detail.id} />
      <SafePlaces caseId={detail.id} />
      <CaseLinks caseId={detail.id} />
    </>
  );
}
