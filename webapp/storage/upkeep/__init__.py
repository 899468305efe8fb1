"""What is done to a whole database, above every model: schema, backup."""
