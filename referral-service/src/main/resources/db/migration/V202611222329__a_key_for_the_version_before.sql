-- While a new version is brought out, the version before still runs beside it and says "on conflict (case_id, agency_id)": without a
-- unique key of these two columns its statement fails, the event goes to the dead letters, and a withdrawal is not taken in.
-- Recipients outside the directory have no agency, and nulls are distinct here: of them a case may have many.
create unique index known_sharing_with_agency on known_sharing (case_id, agency_id);
comment on index known_sharing_with_agency is 'For the version before this one, which names these two columns; known_sharing_with is the key';
