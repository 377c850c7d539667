-- Questions as of a day look documents up by their day of publication.
CREATE INDEX documents_published ON documents (published);
