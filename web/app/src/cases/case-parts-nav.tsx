import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { CASE_PARTS } from './case-parts.tsx';
import classes from './cases.module.css';

/** The parts of a case file as rows of links; one row that scrolls to the open part on a narrow screen. */
export function CaseParts({ caseId, current }: { caseId: string; current: string | undefined }) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current="page"]');
    const box = list.current?.parentElement;
    if (!here || !box) return;
    const [link, row] = [here.getBoundingClientRect(), box.getBoundingClientRect()];
    box.scrollLeft += link.left + link.width / 2 - (row.left + row.width / 2);
  }, [current]);
  const parts = [{ id: '', text: 'case.overview' as const }, ...CASE_PARTS];
  return (
    <nav aria-label={t('case.parts')} className={classes['parts']}>
      <ul ref={list}>
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
