import { useTexts } from '../i18n/text.ts';
import classes from './assessment.module.css';
import type { Section } from './sections.ts';

interface Props {
  sections: readonly Section[];
  at: number;
  onGo: (index: number) => void;
  wrong: ((section: Section) => boolean) | undefined;
}

/** The sections of a long form, how far each is, and the way to each. */
export function SectionList({ sections, at, onGo, wrong }: Props) {
  const { t } = useTexts();
  return (
    <nav aria-label={t('form.sections')} className={classes['sections']}>
      <ol>
        {sections.map((section, index) => (
          <li key={section.id}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              data-testid="section"
              data-wrong={wrong?.(section) === true}
              onClick={() => onGo(index)}
            >
              <span>{section.title ?? t('form.beginning')}</span>
              {section.asked > 0 && (
                <span className={classes['count']}>
                  <bdi dir="ltr">{section.answered}/{section.asked}</bdi>
                </span>
              )}
              {wrong?.(section) === true && <span className="hifazat-hidden">{t('field.check')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
