-- Which document's content was opened; null where it was what is recorded of the person.
ALTER TABLE reads.opening ADD COLUMN document uuid;
