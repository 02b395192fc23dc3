global using Case = InfoSharing.Validator.Judging.Case; // Shouldly has a Case too
