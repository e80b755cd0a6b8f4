-- What a psychologist found goes only to services with a rule that lets it; nationality and papers of a
-- child to the registrar of identities only when ordered, since that may put a family without a card at risk.

update packet_rule set release = 'never' where category = '*' and kind = 'assessment-results';
insert into packet_rule (category, kind, release, valid_from, source) values
  ('registration', 'document-status', 'on-order', '2010-01-01', 'proposed default; to be confirmed by KPCPWC');
