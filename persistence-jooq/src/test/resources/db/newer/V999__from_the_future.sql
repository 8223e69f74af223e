-- A migration that the program does not know.
CREATE TABLE from_the_future (
    id INT NOT NULL,
    PRIMARY KEY (id)
);
