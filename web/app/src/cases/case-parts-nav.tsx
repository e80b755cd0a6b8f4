import { NavLink } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { CASE_PARTS } from './case-parts.tsx';
import classes from './cases.module.css';

/** The parts of a case file as a row of links that scrolls on a narrow screen. */
export function CaseParts({ caseId, current }: { caseId: string; current: string | undefined }) {
  const { t } = useTexts();
  const parts = [{ id: '', text: 'case.overview' as const }, ...CASE_PARTS];
  return (
    <nav aria-label={t('case.parts')} className={classes['parts']}>
      <ul>
        {parts.map(({ id, text }) => (
          <li key={id}>
            <NavLink to={`/cases/${caseId}${id === '' ? '' : `/${id}`}`} end aria-current={(current ?? '') === id ? 'page' : undefined}>
              {t(text)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
