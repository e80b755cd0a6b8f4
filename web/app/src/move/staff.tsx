import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { PersonName } from '../ui/names.tsx';

/** A colleague by name, as far as the reader's directory tells it. */
export function Staff({ id, unitId }: { id: string | undefined; unitId: string }) {
  const { t } = useTexts();
  const name = useStaffName(unitId)(id ?? '');
  if (id === undefined) return <>{t('assign.nobody')}</>;
  return name === undefined ? <>{t('directory.colleague')}</> : <PersonName name={name} />;
}
