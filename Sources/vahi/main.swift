print("vahi")
