-- The Commission lays rules and terms down for later days; what held stays on record, only its last day is set.
grant insert on packet_rule, packet_term, unanswered_term to ${app};
grant update (release, valid_to, source) on packet_rule to ${app};
grant update (days, valid_to, source) on packet_term to ${app};
grant update (hours, valid_to, source) on unanswered_term to ${app};
