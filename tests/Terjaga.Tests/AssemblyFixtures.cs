[assembly: AssemblyFixture(typeof(ScratchPostgres))]
