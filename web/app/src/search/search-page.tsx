import { ChildSearch } from '../triage/child-search.tsx';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';

/** Find a child by whatever is known: a name in any script, the father's, a phone, a number, a case. */
export default function SearchPage() {
  const { t } = useTexts();
  return (
    <Page title={t('nav.search')} lead={t('find.lead')}>
      <ChildSearch alone />
    </Page>
  );
}
