-- How often the subject of a measure changed its statement: it may do so 20 times. What it said before counts for nothing.
ALTER TABLE measure ADD COLUMN statements integer NOT NULL DEFAULT 0 CHECK (statements BETWEEN 0 AND 20);
GRANT UPDATE (statements) ON measure TO ${app};

-- What the code refuses by rule (SAN-18, SAN-54, SAN-63) does not fit into the tables either. A final response is taken after each of 10 notices, so a
-- case holds one row for each of them besides its 19 others. Rows that were there before stay.
CREATE FUNCTION has_room() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    owner uuid := to_jsonb(NEW) ->> TG_ARGV[0];
    held  bigint;
BEGIN
    EXECUTE format('SELECT count(*) FROM %I WHERE %I = $1', TG_TABLE_NAME, TG_ARGV[0]) INTO held USING owner;
    IF held >= TG_ARGV[1]::bigint THEN
        RAISE EXCEPTION '% holds % rows of % already', TG_TABLE_NAME, held, TG_ARGV[0] USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER notice_has_room BEFORE INSERT ON notice FOR EACH ROW EXECUTE FUNCTION has_room('case_id', '10');
CREATE TRIGGER subject_response_has_room BEFORE INSERT ON subject_response FOR EACH ROW EXECUTE FUNCTION has_room('case_id', '29');
CREATE TRIGGER proposal_has_room BEFORE INSERT ON proposal FOR EACH ROW EXECUTE FUNCTION has_room('case_id', '10');
CREATE TRIGGER measure_exception_has_room BEFORE INSERT ON measure_exception FOR EACH ROW EXECUTE FUNCTION has_room('measure_id', '10');
CREATE TRIGGER measure_stay_has_room BEFORE INSERT ON measure_stay FOR EACH ROW EXECUTE FUNCTION has_room('measure_id', '20');
CREATE TRIGGER state_decision_act_has_room BEFORE INSERT ON state_decision_act FOR EACH ROW EXECUTE FUNCTION has_room('state_decision', '32');
